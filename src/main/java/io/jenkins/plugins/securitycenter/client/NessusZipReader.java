package io.jenkins.plugins.securitycenter.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Extracts the {@code .nessus} file from the zip file of a raw scan result while it is received: the first entry with
 * that extension or that content. The entry names are never used as file names.
 */
public final class NessusZipReader implements Download.Decoder {

    private static final int MARK = 4;
    private static final int HEAD = 8 * 1024;
    private static final String ENDING = ".nessus";

    @Override
    public InputStream decode(InputStream body) throws IOException {
        CountingInputStream packed = new CountingInputStream(body);
        BufferedInputStream content = new BufferedInputStream(packed);
        content.mark(MARK);
        byte[] start = content.readNBytes(MARK);
        content.reset();
        if (FileType.ZIP.beginsLike(start, start.length)) {
            return unpacked(content, packed);
        }
        if (new String(start, StandardCharsets.ISO_8859_1).equals("PK\u0005\u0006")) {
            throw new FileTypeCheck.UnusableFileException("the zip file is empty.");
        }
        return content;
    }

    private static InputStream unpacked(InputStream content, CountingInputStream packed) throws IOException {
        NamelessZip zip = new NamelessZip(content);
        InputStream bounded = new BoundedInputStream(zip, packed);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] head = bounded.readNBytes(HEAD);
                    if (entry.getName().toLowerCase(Locale.ROOT).endsWith(ENDING)
                            || FileType.NESSUS.beginsLike(head, head.length)) {
                        return new SequenceInputStream(new ByteArrayInputStream(head), bounded);
                    }
                    bounded.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (ZipException e) {
            throw damaged();
        } catch (EOFException e) {
            throw packed.ended(e);
        }
        throw new FileTypeCheck.UnusableFileException(
                zip.cut ? "the zip file is truncated." : "the zip file does not contain a " + ENDING + " file.");
    }

    private static FileTypeCheck.UnusableFileException damaged() {
        return new FileTypeCheck.UnusableFileException("the zip file is damaged.");
    }

    /** Reads entries whose names have any encoding, even if they are marked as UTF-8 by mistake. */
    private static final class NamelessZip extends ZipInputStream {

        private static final int HEADER = 30;
        /** The offset of the high byte of the flags, in which the value 8 marks names as UTF-8. */
        private static final int FLAGS = 7;

        private boolean cut;

        NamelessZip(InputStream content) {
            super(content, StandardCharsets.ISO_8859_1);
        }

        @Override
        public ZipEntry getNextEntry() throws IOException {
            closeEntry();
            if (in instanceof PushbackInputStream source) {
                byte[] header = source.readNBytes(HEADER);
                if (header.length == HEADER && FileType.ZIP.beginsLike(header, HEADER)) {
                    header[FLAGS] &= ~8;
                }
                cut = header.length < HEADER;
                source.unread(header);
            }
            return super.getNextEntry();
        }
    }

    private static final class CountingInputStream extends FilterInputStream {
        private long bytes;
        private boolean ended;

        CountingInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            int count = super.read(buffer, start, length);
            count(count);
            return count;
        }

        private void count(int read) {
            bytes += Math.max(read, 0);
            ended |= read < 0;
        }

        /**
         * Returns the exception for a truncated zip file, or the original one if the connection was closed before all
         * bytes were received.
         */
        IOException ended(EOFException e) {
            return ended ? new FileTypeCheck.UnusableFileException("the zip file is truncated.") : e;
        }
    }

    /**
     * Rejects content that expands far more than a scan result; scan results compress to about a tenth of their size.
     */
    private static final class BoundedInputStream extends FilterInputStream {
        private static final long HARMLESS = 32L * 1024 * 1024;
        private static final long MOST_GROWTH = 200;

        private final CountingInputStream packed;
        private long bytes;

        BoundedInputStream(InputStream unpacked, CountingInputStream packed) {
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
                throw damaged();
            } catch (EOFException e) {
                throw packed.ended(e);
            }
            bytes += Math.max(count, 0);
            if (bytes > HARMLESS && bytes / MOST_GROWTH > packed.bytes) {
                throw new FileTypeCheck.UnusableFileException("the zip file expands to more than " + MOST_GROWTH
                        + " times its size, which no scan result does.");
            }
            return count;
        }
    }
}
