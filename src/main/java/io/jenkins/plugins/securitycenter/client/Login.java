package io.jenkins.plugins.securitycenter.client;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One of the three ways into SecurityCenter. Secrets stay out of {@link Object#toString()}. */
public sealed interface Login {

    /** Who it is, for messages; never a secret. */
    String account();

    /** User name and password, exchanged for a session by {@code POST /token}. */
    record Password(String username, String password) implements Login {

        public Password {
            username = Blanks.strip(username);
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

        /** @throws IllegalArgumentException with a sentence when one of them cannot be a key; see {@link ApiKey} */
        public ApiKeys {
            accessKey = ApiKey.ACCESS.parse(accessKey);
            secretKey = ApiKey.SECRET.parse(secretKey);
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

        /** Two stores are the same login when they hold the same certificates, so that their sessions are shared. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Certificate that
                    && keyPassword.equals(that.keyPassword)
                    && certificates().equals(that.certificates());
        }

        @Override
        public int hashCode() {
            return certificates().hashCode();
        }

        private Map<String, java.security.cert.Certificate> certificates() {
            try {
                Map<String, java.security.cert.Certificate> certificates = new HashMap<>();
                for (String alias : Collections.list(keyStore.aliases())) {
                    certificates.put(alias, keyStore.getCertificate(alias));
                }
                return certificates;
            } catch (KeyStoreException e) {
                throw new IllegalArgumentException("The key store of the client certificate has not been loaded.", e);
            }
        }

        @Override
        public String toString() {
            return account();
        }
    }
}
