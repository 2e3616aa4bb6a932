package io.jenkins.plugins.securitycenter.client.transport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the bytes of JSON strings that need attention, eight at a time, because most bytes of a response need none. */
final class PlainBytes {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The lowest and the highest bit of each of eight bytes. */
    private static final long LOWEST = 0x0101010101010101L;

    private static final long HIGHEST = 0x8080808080808080L;

    private PlainBytes() {}

    /** Returns the position of the first quote, backslash, control character or byte of a longer character, or the end. */
    static int skip(byte[] input, int start, int end) {
        int position = start;
        while (position + Long.BYTES <= end) {
            long special = special((long) EIGHT_BYTES.get(input, position));
            if (special != 0) {
                return position + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            position += Long.BYTES;
        }
        while (position < end && isPlain(input[position])) {
            position++;
        }
        return position;
    }

    /** Skips escape sequences as well, except one that is not complete. */
    static int skipEscaped(byte[] input, int start, int end) {
        int position = skip(input, start, end);
        while (position + 1 < end && input[position] == '\\' && input[position + 1] >= 0) {
            position = skip(input, position + 2, end);
        }
        return position;
    }

    private static boolean isPlain(byte one) {
        return one >= ' ' && one != '"' && one != '\\';
    }

    /** Returns 0 if none of eight bytes is special; otherwise the lowest bit that is set belongs to the first one. */
    private static long special(long eight) {
        long quote = eight ^ LOWEST * '"';
        long backslash = eight ^ LOWEST * '\\';
        // a byte minus 1 has a borrow if it is 0, and minus a space if it is a control character; a borrow affects
        // later
        // bytes only
        return (quote - LOWEST | backslash - LOWEST | eight - LOWEST * ' ' | eight) & HIGHEST;
    }
}
