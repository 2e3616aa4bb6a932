package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.text.Surrogates;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads and writes values in binary form. */
public final class BinaryFormat {

    private static final String ENDS = "The data ends in the middle of a value.";

    private BinaryFormat() {}

    /** Writes a string of any length, unlike {@link DataOutput#writeUTF}. */
    public static void writeText(DataOutput out, String text) throws IOException {
        writeBytes(out, Surrogates.wellFormed(text).getBytes(StandardCharsets.UTF_8));
    }

    public static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    public static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads the bytes that {@link #writeBytes} wrote. An excessive length in damaged data does not allocate memory. */
    public static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
        if (bytes.length != length) {
            throw new EOFException(ENDS);
        }
        return bytes;
    }

    /** Skips the bytes that {@link #writeBytes} wrote. */
    static void skipBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new EOFException(ENDS);
        }
        in.skipNBytes(length);
    }

    static void writeTexts(DataOutput out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            writeText(out, text);
        }
    }

    static List<String> readTexts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(readText(in));
        }
        return texts;
    }

    static void writeScore(DataOutput out, OptionalDouble score) throws IOException {
        out.writeDouble(score.orElse(Double.NaN));
    }

    static OptionalDouble readScore(DataInputStream in) throws IOException {
        double score = in.readDouble();
        return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    static void writeTime(DataOutput out, Optional<Instant> time) throws IOException {
        out.writeLong(time.map(Instant::getEpochSecond).orElse(0L));
    }

    static Optional<Instant> readTime(DataInputStream in) throws IOException {
        long seconds = in.readLong();
        return seconds > 0 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }
}
