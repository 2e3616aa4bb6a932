package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The target of a download. It tells failures to write from failures to read, which may be repeated. */
final class FileSink extends OutputStream {

    private final OutputStream stream;
    private long bytes;

    FileSink(Download.Target target) {
        try {
            stream = target.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many were written. */
    long bytes() {
        return bytes;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int start, int length) {
        try {
            stream.write(buffer, start, length);
            bytes += length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
