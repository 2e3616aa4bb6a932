package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

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
    final class Certificate implements Login {

        private final KeyStore keyStore;
        private final String keyPassword;
        private final List<java.security.cert.Certificate> certificates = new ArrayList<>();
        private final String identity;

        /** @throws IllegalArgumentException if the key store has not been loaded */
        public Certificate(KeyStore keyStore, String keyPassword) {
            this.keyStore = Objects.requireNonNull(keyStore);
            this.keyPassword = Objects.requireNonNull(keyPassword);
            this.identity = read();
        }

        public KeyStore keyStore() {
            return keyStore;
        }

        public String keyPassword() {
            return keyPassword;
        }

        @Override
        public String account() {
            return "client certificate";
        }

        /** Returns the end of the validity of the certificate that ends first. */
        @Override
        public Optional<Instant> end() {
            return certificates.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(one -> ((X509Certificate) one).getNotAfter().toInstant())
                    .min(Comparator.naturalOrder());
        }

        /**
         * Returns a secret digest of the certificates and the private keys. It is the same for equal logins, which share a
         * session; the certificates alone are public, and everybody could store them with another key.
         */
        public String identity() {
            return identity;
        }

        private String read() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                List<String> aliases = Collections.list(keyStore.aliases());
                Collections.sort(aliases);
                for (String alias : aliases) {
                    java.security.cert.Certificate certificate = keyStore.getCertificate(alias);
                    if (certificate != null) {
                        certificates.add(certificate);
                        digest.update(certificate.getEncoded());
                    }
                    Key key = keyStore.getKey(alias, keyPassword.toCharArray());
                    if (key != null && key.getEncoded() == null) {
                        throw new UnrecoverableKeyException();
                    }
                    digest.update(key == null ? new byte[0] : key.getEncoded());
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (KeyStoreException e) {
                throw new IllegalArgumentException("The key store of the client certificate has not been loaded.", e);
            } catch (GeneralSecurityException e) {
                // a login whose key cannot be read is like no other
                return UUID.randomUUID().toString();
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Certificate that
                    && keyPassword.equals(that.keyPassword)
                    && identity.equals(that.identity);
        }

        @Override
        public int hashCode() {
            return identity.hashCode();
        }

        @Override
        public String toString() {
            return account();
        }
    }
}
