package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.BinaryFormat;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.InflaterInputStream;

/** A sorted run of records in a file, positioned at one of them. */
final class SortedRun implements Closeable {

    /** Orders runs by their current key, then by age. */
    static final Comparator<SortedRun> ORDER =
            Comparator.comparing(SortedRun::key).thenComparing(run -> run.position);

    private final DataInputStream in;
    private final int position;
    private String key = "";
    private byte[] data = {};

    SortedRun(Path file, int position) throws IOException {
        this.position = position;
        in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(Files.newInputStream(file))));
    }

    /** Advances to the next record; returns false at the end. */
    boolean advance() throws IOException {
        if (!in.readBoolean()) {
            return false;
        }
        key = BinaryFormat.readText(in);
        data = BinaryFormat.readBytes(in);
        return true;
    }

    String key() {
        return key;
    }

    byte[] data() {
        return data;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
