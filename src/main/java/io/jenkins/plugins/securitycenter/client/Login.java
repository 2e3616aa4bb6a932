package io.jenkins.plugins.securitycenter.client;

import java.security.KeyStore;
import java.util.Objects;

/** One of the three ways into SecurityCenter. Secrets stay out of {@link Object#toString()}. */
public sealed interface Login {

    /** Who it is, for messages; never a secret. */
    String account();

    /** User name and password, exchanged for a session by {@code POST /token}. */
    record Password(String username, String password) implements Login {

        public Password {
            Objects.requireNonNull(username);
            Objects.requireNonNull(password);
        }

        @Override
        public String account() {
            return "user " + username;
        }

        @Override
        public String toString() {
            return account();
        }
    }

    /** API keys, sent with every call in the header {@code x-apikey}; there is no session. */
    record ApiKeys(String accessKey, String secretKey) implements Login {

        public ApiKeys {
            Objects.requireNonNull(accessKey);
            Objects.requireNonNull(secretKey);
        }

        @Override
        public String account() {
            return "API keys";
        }

        @Override
        public String toString() {
            return account();
        }
    }

    /** A client certificate, presented while connecting; {@code GET /system} then yields the session. */
    record Certificate(KeyStore keyStore, String keyPassword) implements Login {

        public Certificate {
            Objects.requireNonNull(keyStore);
            Objects.requireNonNull(keyPassword);
        }

        @Override
        public String account() {
            return "client certificate";
        }

        @Override
        public String toString() {
            return account();
        }
    }
}
