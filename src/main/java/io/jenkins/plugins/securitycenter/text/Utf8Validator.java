package io.jenkins.plugins.securitycenter.text;

/** Detects invalid UTF-8 sequences. */
public final class Utf8Validator {

    /** The available bytes may be the start of a sequence. */
    public static final int CUT = 0;

    private static final int LAST = 0xBF;

    private Utf8Validator() {}

    /**
     * Checks the sequence that starts with a non-ASCII byte.
     *
     * @return the length of the sequence; for an invalid one, the negative number of bytes to replace with one U+FFFD;
     *     {@link #CUT} if more bytes are needed
     */
    public static int length(byte[] bytes, int start, int end) {
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

    /** Returns the minimum second byte; lower values are overlong encodings. */
    private static int firstOf(int lead) {
        return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    /** Returns the maximum second byte; higher values are surrogates or beyond Unicode. */
    private static int lastOf(int lead) {
        return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : LAST;
    }
}
