package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses certificates that an administrator entered as PEM text. */
public final class CertificateParser {

    private static final Pattern PRIVATE_KEY = Pattern.compile("PRIVATE\\s+KEY", Pattern.CASE_INSENSITIVE);

    /** A block with several certificates. */
    private static final String BUNDLE = "PKCS7";
    /** OpenSSL's label of a certificate with additional trust settings. */
    private static final String WITH_SETTINGS = "TRUSTED CERTIFICATE";

    private static final Set<String> LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE", WITH_SETTINGS, BUNDLE);

    private CertificateParser() {}

    /**
     * Parses the certificates of a PEM text, or of Base64 text without markers; returns none for an empty text.
     *
     * @throws IllegalArgumentException with a sentence for users that says what is wrong and what is allowed
     */
    public static List<X509Certificate> parse(String pem) {
        if (Whitespace.strip(pem).isEmpty()) {
            return List.of();
        }
        if (PRIVATE_KEY.matcher(pem).find()) {
            throw new IllegalArgumentException("Trusted certificates contain a private key; paste only certificates.");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (PemParser.Block block : PemParser.blocks(pem)) {
                certificates.addAll(certificates(block));
            }
        } catch (PemParser.UnreadablePemException e) {
            throw new IllegalArgumentException(
                    "Trusted certificates cannot be read (" + e.getMessage() + "); paste PEM text with one or more"
                            + " blocks from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.",
                    e);
        }
        return certificates;
    }

    private static List<X509Certificate> certificates(PemParser.Block block) throws PemParser.UnreadablePemException {
        if (!LABELS.contains(block.label())) {
            throw new PemParser.UnreadablePemException(block.line(), "\"" + block.label() + "\" is not a certificate");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        ByteArrayInputStream content = new ByteArrayInputStream(block.content());
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (block.label().equals(BUNDLE)) {
                factory.generateCertificates(content).forEach(one -> certificates.add((X509Certificate) one));
            } else {
                do {
                    certificates.add((X509Certificate) factory.generateCertificate(content));
                } while (content.available() > 0 && !block.label().equals(WITH_SETTINGS));
            }
        } catch (CertificateException e) {
            throw new PemParser.UnreadablePemException(
                    block.line(), "the block that starts there does not contain a certificate");
        }
        if (certificates.isEmpty()) {
            throw new PemParser.UnreadablePemException(
                    block.line(), "the block that starts there does not contain a certificate");
        }
        return certificates;
    }
}
