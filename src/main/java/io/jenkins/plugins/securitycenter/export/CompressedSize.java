package io.jenkins.plugins.securitycenter.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/**
 * Measures how large data is when it is compressed with the default level of gzip, while it is written.
 */
final class CompressedSize extends FilterOutputStream {

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] compressed = new byte[8 << 10];
    private boolean closed;

    CompressedSize(OutputStream out) {
        super(out);
    }

    /** Returns the size in bytes; what was written last, at most 256 KB, is not counted yet. */
    long bytes() {
        return closed ? 0 : deflater.getBytesWritten();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        deflater.setInput(bytes, offset, length);
        while (!deflater.needsInput()) {
            deflater.deflate(compressed);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            deflater.end();
        }
        out.close();
    }
}
