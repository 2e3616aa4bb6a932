package io.jenkins.plugins.securitycenter.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identities in 64 bits. A fingerprint is stored and exported, so its algorithm never changes: the first eight bytes,
 * big-endian, of the SHA-256 digest of the fields in UTF-8, each preceded by its length in bytes as a big-endian int.
 * The fields of a finding are the word {@code finding}, repository id, host identity, port in decimal, protocol and
 * plugin id; those of a host the word {@code host}, repository id and host identity.
 *
 * <p>A cryptographic digest, because scanned hosts choose some of the fields and must not be able to make two findings
 * look like one. Among a million findings the chance of any accidental collision is about 1 in 37 million.
 */
public final class Fingerprint {

    private Fingerprint() {}

    public static long of(FindingKey key) {
        return digest(
                "finding",
                key.repositoryId(),
                key.host(),
                Integer.toString(key.port()),
                key.protocol(),
                key.pluginId());
    }

    /** The fingerprint of a host, which is told apart by repository and {@code Host.identity()}. */
    public static long ofHost(String repositoryId, String identity) {
        return digest("host", repositoryId, identity);
    }

    /** The 16 hexadecimal digits of a fingerprint, in lower case. */
    public static String text(long fingerprint) {
        return HexFormat.of().toHexDigits(fingerprint);
    }

    private static long digest(String... fields) {
        MessageDigest sha256 = sha256();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            sha256.update(bytes);
        }
        return ByteBuffer.wrap(sha256.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
