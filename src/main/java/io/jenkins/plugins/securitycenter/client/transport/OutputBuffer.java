package io.jenkins.plugins.securitycenter.client.transport;

import java.util.Arrays;

/** The bytes that {@link ResponseBytes} has filtered and that are not read yet. */
final class OutputBuffer {

    private byte[] bytes;
    private int start;
    private int end;

    OutputBuffer(int size) {
        bytes = new byte[size];
    }

    boolean isEmpty() {
        return start == end;
    }

    int available() {
        return end - start;
    }

    /** Returns the number of bytes that were added since the buffer was cleared. */
    int size() {
        return end;
    }

    int read() {
        return bytes[start++] & 0xff;
    }

    /** Reads what is available; returns the number of bytes. */
    int read(byte[] target, int offset, int length) {
        int count = Math.min(length, available());
        System.arraycopy(bytes, start, target, offset, count);
        start += count;
        return count;
    }

    void clear() {
        start = 0;
        end = 0;
    }

    void add(byte one) {
        bytes[end++] = one;
    }

    void add(byte[] source, int offset, int count) {
        System.arraycopy(source, offset, bytes, end, count);
        end += count;
    }

    /** Adds bytes that do not come from the input, and leaves enough room for the rest of the input. */
    void insert(byte[] more, int inputLeft) {
        int needed = end + more.length + inputLeft;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * needed);
        }
        add(more, 0, more.length);
    }
}
