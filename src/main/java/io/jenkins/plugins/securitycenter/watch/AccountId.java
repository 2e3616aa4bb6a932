package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.Login;
import java.io.ByteArrayOutputStream;
import java.security.KeyStoreException;
import java.security.cert.CertificateEncodingException;
import java.util.Collections;
import java.util.List;

/**
 * Identifies an account of a server, as far as it is known without a request.
 *
 * @param credentialsId credentials that the build specified; different accounts in different folders can have the same
 * @param hash see {@link #hash(Login)}
 */
record AccountId(String credentialsId, String hash) {

    /**
     * Returns a text that differs for different accounts, and contains no secret. New API keys or a new certificate of
     * the same account have another hash, a new password has not.
     */
    static String hash(Login login) {
        if (login instanceof Login.Password user) {
            return ShortHash.of("user:" + user.username());
        }
        if (login instanceof Login.ApiKeys keys) {
            return ShortHash.of("key:" + keys.accessKey());
        }
        return ShortHash.of(certificates((Login.Certificate) login));
    }

    private static byte[] certificates(Login.Certificate login) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            List<String> aliases = Collections.list(login.keyStore().aliases());
            Collections.sort(aliases);
            for (String alias : aliases) {
                java.security.cert.Certificate present = login.keyStore().getCertificate(alias);
                if (present != null) {
                    all.writeBytes(present.getEncoded());
                }
            }
            return all.toByteArray();
        } catch (KeyStoreException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
