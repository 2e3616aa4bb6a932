package io.jenkins.plugins.securitycenter.findings;

import java.io.InputStream;
import java.util.Objects;

/** The bytes of a section. Unlike those of {@code ByteArrayInputStream}, the methods take no locks. */
final class SectionInput extends InputStream {

    private final byte[] bytes;
    private final int end;
    private int next;

    /** @param length the number of bytes at the start of the array that belong to the section */
    SectionInput(byte[] bytes, int length) {
        this.bytes = bytes;
        end = length;
    }

    @Override
    public int read() {
        return next < end ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        Objects.checkFromIndexSize(offset, most, target.length);
        if (most > 0 && next == end) {
            return -1;
        }
        int length = Math.min(most, end - next);
        System.arraycopy(bytes, next, target, offset, length);
        next += length;
        return length;
    }

    @Override
    public int available() {
        return end - next;
    }
}
