package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The credentials for one of the three login methods of SecurityCenter. Secrets are not part of {@link
 * Object#toString()}.
 */
public sealed interface Login {

    /** What a login does, as a verb phrase without the account. */
    String OPERATION = "log in";

    /** Returns the name of the account for messages; never a secret. */
    String account();

    /** Returns when the server starts to reject the login, if that is known without the server. */
    default Optional<Instant> end() {
        return Optional.empty();
    }

    /** User name and password, with which {@code POST /token} opens a session. */
    record Password(String username, String password) implements Login {

        public Password {
            username = Whitespace.strip(username);
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

    /** API keys, which are sent with every request in the header {@code x-apikey}; there is no session. */
    record ApiKeys(String accessKey, String secretKey) implements Login {

        /**
         * Checks the keys.
         *
         * @throws IllegalArgumentException with a sentence for users if one of them cannot be a key; see {@link ApiKey}
         */
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

    /** A client certificate, which is used in the TLS handshake; {@code GET /system} then returns the session. */
    record Certificate(KeyStore keyStore, String keyPassword) implements Login {

        public Certificate {
            Objects.requireNonNull(keyStore);
            Objects.requireNonNull(keyPassword);
        }

        @Override
        public String account() {
            return "client certificate";
        }

        /** Returns the end of the validity of the certificate that ends first. */
        @Override
        public Optional<Instant> end() {
            return certificates().values().stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(one -> ((X509Certificate) one).getNotAfter().toInstant())
                    .min(Comparator.naturalOrder());
        }

        /** Compares the certificates of the key stores, so that equal logins share a session. */
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
