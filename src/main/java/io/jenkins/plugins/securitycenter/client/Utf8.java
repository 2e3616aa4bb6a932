package io.jenkins.plugins.securitycenter.client;

/** Tells sequences of UTF-8 from bytes that are none. */
final class Utf8 {

    /** What there is may be the beginning of a sequence. */
    static final int CUT = 0;

    private static final int LAST = 0xBF;

    private Utf8() {}

    /**
     * Looks at what follows a byte beyond ASCII.
     *
     * @return the length of the sequence that begins there; the negative number of bytes to be replaced by one U+FFFD
     *     when none does; {@link #CUT} when it cannot be told
     */
    static int length(byte[] bytes, int start, int end) {
        int lead = bytes[start] & 0xff;
        int length = lead < 0xC2 || lead > 0xF4 ? -1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        for (int i = 1; i < length; i++) {
            if (start + i == end) {
                return CUT;
            }
            int next = bytes[start + i] & 0xff;
            if (next < (i == 1 ? firstOf(lead) : 0x80) || next > (i == 1 ? lastOf(lead) : LAST)) {
                return -i;
            }
        }
        return length;
    }

    /** The second byte is not below it, or a shorter sequence would do. */
    private static int firstOf(int lead) {
        return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    /** Nor above it, which would be a surrogate or beyond Unicode. */
    private static int lastOf(int lead) {
        return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : LAST;
    }
}
