package io.jenkins.plugins.securitycenter.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Derives names from texts that are too long or too sensitive to be stored. */
final class ShortHash {

    private static final int BYTES = 8;

    private ShortHash() {}

    /** Returns 16 hexadecimal digits, from which the content cannot be calculated. */
    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
