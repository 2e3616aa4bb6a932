package io.jenkins.plugins.securitycenter.findings;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads sections of a file in any order. Not thread-safe. */
public final class SectionReader implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Parses the content of a section. */
    @FunctionalInterface
    interface Content<T> {
        T read(DataInputStream in) throws IOException;
    }

    private final Path file;
    private final FileChannel channel;
    private final Inflater inflater = new Inflater();

    public SectionReader(Path file) throws IOException {
        this.file = file;
        try {
            channel = FileChannel.open(file);
        } catch (NoSuchFileException e) {
            throw unreadable("are missing; the file was deleted.");
        }
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Returns uncompressed bytes of the file. */
    ByteBuffer plain(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size() - length) {
            throw damaged();
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw damaged();
            }
        }
        return buffer.flip();
    }

    /** Returns the content of the section. */
    DataInputStream open(FileSection section) throws IOException {
        return new DataInputStream(inflated(compressed(section)));
    }

    /** Parses the content of the section. Invalid content counts as damaged even if its checksum is correct. */
    <T> T read(FileSection section, Content<T> content) throws IOException {
        try (DataInputStream in = open(section)) {
            return content.read(in);
        } catch (EOFException | RuntimeException e) {
            throw damaged();
        }
    }

    /** @throws IOException if the section is damaged; the message is one sentence */
    void check(FileSection section) throws IOException {
        compressed(section);
    }

    private byte[] compressed(FileSection section) throws IOException {
        byte[] bytes = plain(section.offset(), section.length()).array();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if ((int) crc.getValue() != section.crc()) {
            throw damaged();
        }
        return bytes;
    }

    private SectionInput inflated(byte[] bytes) throws IOException {
        inflater.reset();
        inflater.setInput(bytes);
        byte[] plain = new byte[BUFFER_BYTES];
        int length = 0;
        try {
            while (!inflater.finished()) {
                if (length == plain.length) {
                    plain = Arrays.copyOf(plain, Math.multiplyExact(plain.length, 2));
                }
                int more = inflater.inflate(plain, length, plain.length - length);
                if (more == 0 && !inflater.finished()) {
                    throw damaged();
                }
                length += more;
            }
        } catch (DataFormatException | ArithmeticException e) {
            throw damaged();
        }
        return new SectionInput(plain, length);
    }

    IOException damaged() {
        return unreadable("are damaged; delete the build, or restore the file from a backup.");
    }

    /** Returns an exception that describes what is wrong with the stored findings. */
    IOException unreadable(String what) {
        return new IOException("The stored findings in " + file.getFileName() + " " + what);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        channel.close();
    }
}
