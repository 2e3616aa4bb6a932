package io.jenkins.plugins.securitycenter.findings;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Appends compressed sections to a new file. */
public final class SectionWriter implements Closeable {

    private final OutputStream out;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private long position;

    public SectionWriter(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** Appends the bytes uncompressed. */
    void plain(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /** Appends the content of the buffer in compressed form, and clears the buffer. */
    FileSection compressed(ByteArrayOutputStream buffer) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(buffer.size() / 4 + 64);
        deflater.reset();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed, deflater)) {
            buffer.writeTo(deflating);
        }
        buffer.reset();
        byte[] bytes = packed.toByteArray();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        FileSection section = new FileSection(position, bytes.length, (int) crc.getValue());
        plain(bytes);
        return section;
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        out.close();
    }
}
