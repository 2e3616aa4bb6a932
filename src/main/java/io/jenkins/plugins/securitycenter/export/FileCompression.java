package io.jenkins.plugins.securitycenter.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** The compression of files, which their names tell. */
public final class FileCompression {

    private static final int BUFFER = 1 << 13;

    private FileCompression() {}

    /**
     * Returns a stream that compresses the content of a file with gzip if its path ends with {@code .gz}, ignoring case;
     * otherwise the stream itself.
     */
    public static OutputStream of(String path, OutputStream stream) throws IOException {
        return path.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(stream, BUFFER) : stream;
    }
}
