package io.jenkins.plugins.securitycenter.client;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Takes the {@code .nessus} file out of the zip that a raw result normally comes in, while it arrives. The names in the
 * zip are never used as file names.
 */
final class RawResult implements Download.Decoder {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String ENDING = ".nessus";

    @Override
    public InputStream decode(InputStream body) throws IOException {
        Counted packed = new Counted(body);
        BufferedInputStream content = new BufferedInputStream(packed);
        content.mark(ZIP.length);
        byte[] start = content.readNBytes(ZIP.length);
        content.reset();
        return Arrays.equals(start, ZIP) ? unpacked(content, packed) : content;
    }

    private static InputStream unpacked(InputStream content, Counted packed) throws IOException {
        ZipInputStream zip = new ZipInputStream(content);
        InputStream bounded = new Bounded(zip, packed);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()
                        && entry.getName().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
                    return bounded;
                }
                bounded.transferTo(OutputStream.nullOutputStream());
            }
        } catch (ZipException e) {
            throw new Unusable("the zip file is damaged.");
        }
        throw new Unusable("the zip file has no " + ENDING + " file.");
    }

    /** What came is no raw result, and would be none if it were sent again. */
    static final class Unusable extends IOException {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason);
        }
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytes += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            int count = super.read(buffer, start, length);
            bytes += Math.max(count, 0);
            return count;
        }
    }

    /** Ends what unpacks to far more than a scan result ever would: those shrink to a tenth or so. */
    private static final class Bounded extends FilterInputStream {
        private static final long HARMLESS = 32L * 1024 * 1024;
        private static final long MOST_GROWTH = 200;

        private final Counted packed;
        private long bytes;

        Bounded(InputStream unpacked, Counted packed) {
            super(unpacked);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            int count;
            try {
                count = super.read(buffer, start, length);
            } catch (ZipException e) {
                throw new Unusable("the zip file is damaged.");
            }
            bytes += Math.max(count, 0);
            if (bytes > HARMLESS && bytes / MOST_GROWTH > packed.bytes) {
                throw new Unusable("the zip file grows to more than " + MOST_GROWTH
                        + " times its size when it is unpacked, which no scan result does.");
            }
            return count;
        }
    }
}
