package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The target of a download. Write failures become unchecked exceptions, because only read failures can be retried. */
final class DownloadSink extends OutputStream {

    private final OutputStream stream;
    private long bytes;

    DownloadSink(Download.Target target) {
        try {
            stream = target.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of bytes written. */
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
