package io.jenkins.plugins.securitycenter.client.transport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Skips the bytes of JSON strings that need no attention, eight at a time, because most bytes of a response are such. */
final class PlainBytes {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    /** The lowest and the highest bit of each of eight bytes. */
    private static final long LOWEST = 0x0101010101010101L;

    private static final long HIGHEST = 0x8080808080808080L;

    private PlainBytes() {}

    /**
     * Returns the position after as many groups of eight bytes as are not quotes, backslashes, control characters or parts
     * of longer characters.
     */
    static int skip(byte[] input, int start, int end) {
        int position = start;
        while (position + Long.BYTES <= end && isPlain((long) EIGHT_BYTES.get(input, position))) {
            position += Long.BYTES;
        }
        return position;
    }

    private static boolean isPlain(long eight) {
        long quote = eight ^ LOWEST * '"';
        long backslash = eight ^ LOWEST * '\\';
        // a byte minus 1 has a borrow if it is 0, and minus a space if it is a control character
        long special = quote - LOWEST | backslash - LOWEST | eight - LOWEST * ' ' | eight;
        return (special & HIGHEST) == 0;
    }
}
