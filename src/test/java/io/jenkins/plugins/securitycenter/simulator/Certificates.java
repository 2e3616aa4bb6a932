package io.jenkins.plugins.securitycenter.simulator;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The server's self-signed certificate with its key, made once per name and JVM.
 *
 * @param pem the certificate as clients trust it
 */
record Certificates(SSLContext context, String pem) {
    private static final Map<String, Certificates> MADE = new ConcurrentHashMap<>();

    /** For one DNS name, or for localhost and 127.0.0.1 when it is empty. */
    static Certificates forName(String name) {
        return MADE.computeIfAbsent(name, Certificates::make);
    }

    private static Certificates make(String name) {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        KeyStore store = name.isEmpty()
                ? KeyTool.make("localhost", "dns:localhost,ip:127.0.0.1", password)
                : KeyTool.make(name, "dns:" + name, password);
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {new AnyClient()}, null);
            byte[] certificate = store.getCertificate(KeyTool.ALIAS).getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
            return new Certificates(context, "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be used", e);
        }
    }

    /** Takes every client certificate: which account it belongs to is the resources' business. */
    private static final class AnyClient implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // see above
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("The simulator is no client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
