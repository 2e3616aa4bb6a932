package io.jenkins.plugins.securitycenter.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses long strings to keep build.xml small. */
final class CompactText {

    private static final int LONG = 1_500;
    private static final int LIMIT = 1 << 24;
    private static final String MARK = "gzip:";

    private CompactText() {}

    static String pack(String text) {
        if (text.length() <= LONG) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        }
        return MARK + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** @throws IOException if the string is damaged */
    static String unpack(String packed) throws IOException {
        if (!packed.startsWith(MARK)) {
            return packed;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(packed.substring(MARK.length()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readNBytes(LIMIT), StandardCharsets.UTF_8);
        }
    }
}
