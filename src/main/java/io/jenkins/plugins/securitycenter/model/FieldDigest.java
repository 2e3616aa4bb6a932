package io.jenkins.plugins.securitycenter.model;

import io.jenkins.plugins.securitycenter.text.Surrogates;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Computes SHA-256 digests of fields. Each field is preceded by its length in bytes as a big-endian int, so that
 * different splits of the same bytes have different digests. Thread-safe.
 */
public final class FieldDigest {

    /** Computes the same digests in every JVM. */
    public static final FieldDigest PLAIN = new FieldDigest(new byte[0]);

    /** All 32 bytes of a digest as big-endian numbers; in practice equal only for equal fields. */
    public record Value(long first, long second, long third, long fourth) {}

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Has processed what precedes the fields, and is only cloned. */
    private final MessageDigest start;

    private FieldDigest(byte[] start) {
        this.start = sha256();
        this.start.update(start);
    }

    /**
     * Returns a digest that is prefixed with random bytes, so that nobody can choose fields whose 64-bit numbers
     * collide, which is feasible for {@link #PLAIN}.
     */
    public static FieldDigest secret() {
        byte[] start = new byte[SECRET_BYTES];
        RANDOM.nextBytes(start);
        return new FieldDigest(start);
    }

    /** Returns the whole digest. */
    public Value value(byte[]... fields) {
        int length = 0;
        for (byte[] field : fields) {
            length += Integer.BYTES + field.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            all.putInt(field.length).put(field);
        }
        ByteBuffer digest = ByteBuffer.wrap(digest(all.array()));
        return new Value(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }

    /** Returns the first eight bytes of the digest of strings in UTF-8, as a big-endian number. */
    public long number(String... fields) {
        byte[][] bytes = new byte[fields.length][];
        for (int i = 0; i < fields.length; i++) {
            bytes[i] = Surrogates.wellFormed(fields[i]).getBytes(StandardCharsets.UTF_8);
        }
        return value(bytes).first();
    }

    private byte[] digest(byte[] content) {
        try {
            return ((MessageDigest) start.clone()).digest(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of every Java platform can be cloned.", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
