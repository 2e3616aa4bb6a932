package io.jenkins.plugins.securitycenter.fuzz;

/** Values out of arbitrary bytes; zeros and empty texts when there are none left. */
public final class FuzzInput {

    private static final int WIDE = 0xF0;

    private final byte[] bytes;
    private int position;

    public FuzzInput(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean empty() {
        return position >= bytes.length;
    }

    /** The next byte, 0 to 255. */
    public int next() {
        return empty() ? 0 : bytes[position++] & 0xFF;
    }

    public int nextInt() {
        return next() << 24 | next() << 16 | next() << 8 | next();
    }

    public <T> T one(T[] values) {
        return values[next() % values.length];
    }

    /** Any text, up to a byte 255: a byte below 240 is a character, another one announces two that are one. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int next = next(); next != 0xFF && (next != 0 || !empty()); next = next()) {
            text.append((char) (next < WIDE ? next : next() << 8 | next()));
        }
        return text.toString();
    }

    /** So many of the next bytes, fewer when fewer are left. */
    public byte[] bytes(int most) {
        int length = Math.min(most, bytes.length - position);
        byte[] part = new byte[length];
        System.arraycopy(bytes, position, part, 0, length);
        position += length;
        return part;
    }

    public byte[] rest() {
        return bytes(Integer.MAX_VALUE);
    }
}
