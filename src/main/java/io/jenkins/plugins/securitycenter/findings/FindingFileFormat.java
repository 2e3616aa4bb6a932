package io.jenkins.plugins.securitycenter.findings;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The frame of a file of findings: a header with eight letters and the format number, compressed sections, the last of
 * which is the {@link FileFooter}, and a trailer with the position of the footer.
 *
 * <p>A change that this version could not read requires a new format number. The header never changes, so that every
 * version can recognize the format of a file.
 */
final class FindingFileFormat {

    private static final byte[] MAGIC = "SCFINDNG".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_LENGTH = MAGIC.length + Integer.BYTES;
    private static final int TRAILER_LENGTH = Long.BYTES + 2 * Integer.BYTES;

    /**
     * Maximum number of rows for each byte of a file. A row takes more than 64 bytes, and compression shrinks it at
     * most a thousandfold.
     */
    private static final long MOST_ROWS_PER_BYTE = 16;

    private FindingFileFormat() {}

    static byte[] head() {
        return ByteBuffer.allocate(HEAD_LENGTH)
                .put(MAGIC)
                .putInt(FindingCodec.FORMAT)
                .array();
    }

    static void writeFooter(SectionWriter writer, FileFooter footer) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        footer.write(new DataOutputStream(buffer));
        FileSection section = writer.compressed(buffer);
        section.write(new DataOutputStream(buffer));
        writer.plain(buffer.toByteArray());
    }

    /**
     * @throws IOException if the file is damaged or has another format; the message is shown to users
     */
    static FileFooter readFooter(SectionReader reader) throws IOException {
        if (reader.size() < HEAD_LENGTH + TRAILER_LENGTH) {
            throw reader.damaged();
        }
        int format = readFormat(reader);
        ByteBuffer trailer = reader.plain(reader.size() - TRAILER_LENGTH, TRAILER_LENGTH);
        FileFooter footer = reader.read(
                new FileSection(trailer.getLong(), trailer.getInt(), trailer.getInt()),
                in -> FileFooter.read(in, format));
        if (footer.rows() > reader.size() * MOST_ROWS_PER_BYTE) {
            throw reader.damaged();
        }
        return footer;
    }

    private static int readFormat(SectionReader reader) throws IOException {
        ByteBuffer head = reader.plain(0, HEAD_LENGTH);
        byte[] magic = new byte[MAGIC.length];
        head.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw reader.damaged();
        }
        int format = head.getInt();
        if (format < 1 || format > FindingCodec.FORMAT) {
            throw reader.unreadable(
                    "have format " + format + ", but this version of the plugin reads only formats up to "
                            + FindingCodec.FORMAT + "; update the plugin.");
        }
        return format;
    }
}
