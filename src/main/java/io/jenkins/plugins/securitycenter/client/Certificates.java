package io.jenkins.plugins.securitycenter.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads the certificates that an administrator pasted as PEM text. */
public final class Certificates {

    private Certificates() {}

    /**
     * The certificates of a PEM text; none for an empty one.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong and what is allowed
     */
    public static List<X509Certificate> parse(String pem) {
        if (pem == null || pem.isBlank()) {
            return List.of();
        }
        if (pem.contains("PRIVATE KEY")) {
            throw new IllegalArgumentException(
                    "Trusted certificates contain a private key; only certificates belong here.");
        }
        try {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw unreadable();
            }
            return certificates;
        } catch (CertificateException e) {
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("Trusted certificates cannot be read; PEM text is needed, one or more "
                + "blocks from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.");
    }
}
