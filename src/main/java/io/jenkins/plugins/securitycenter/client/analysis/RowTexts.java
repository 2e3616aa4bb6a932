package io.jenkins.plugins.securitycenter.client.analysis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Keeps the strings of rows, so that a string that repeats is created once. A limited number of strings and of characters is
 * kept; others are created again. Short strings, to which all values belong that decide something, are compared. Two long
 * strings of the same length are taken for the same if they have the same 64-bit hash, whose secret nobody can know to
 * choose strings that collide: comparing them takes long, because they are seldom in the cache of the processor. Not
 * thread-safe.
 */
final class RowTexts {

    private static final int LONGEST = 16 * 1024;
    /** The length up to which strings are compared. */
    private static final int SHORT = 64;

    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final long MOST_CHARACTERS = Math.min(8L << 20, HEAP / 24);
    private static final int SLOTS = HEAP < 128L << 20 ? 1 << 14 : 1 << 16;
    /** The number of slots in which a string can be. */
    private static final int WAYS = 8;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long secret = RANDOM.nextLong();
    private final long multiplier = RANDOM.nextLong() | 1;
    private final long[] hashes = new long[SLOTS];
    private final TextNode[] nodes = new TextNode[SLOTS];
    private int next;
    private long characters;

    /** Returns the string at the current position of the parser. */
    TextNode read(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (length > LONGEST) {
            return TextNode.valueOf(parser.getText());
        }
        char[] text = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        long hash = hash(text, offset, length);
        int first = (int) (hash >>> Integer.SIZE) & SLOTS - WAYS;
        for (int slot = first; slot < first + WAYS; slot++) {
            TextNode node = nodes[slot];
            if (hashes[slot] == hash && node != null && same(node.textValue(), text, offset, length)) {
                return node;
            }
        }
        return keep(first, hash, TextNode.valueOf(new String(text, offset, length)));
    }

    private static boolean same(String known, char[] text, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        return length > SHORT || known.equals(new String(text, offset, length));
    }

    private long hash(char[] text, int offset, int length) {
        long one = secret;
        long other = length * SPREAD;
        int end = offset + length;
        int i = offset;
        for (; i + 8 <= end; i += 8) {
            one = mixed(one ^ four(text, i));
            other = mixed(other ^ four(text, i + 4));
        }
        for (; i < end; i++) {
            one = mixed(one ^ text[i]);
        }
        return mixed(one ^ mixed(other ^ secret));
    }

    private static long four(char[] text, int i) {
        return text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48;
    }

    private long mixed(long value) {
        return Math.multiplyHigh(value, multiplier) ^ value * SPREAD;
    }

    private TextNode keep(int first, long hash, TextNode node) {
        if (characters > MOST_CHARACTERS) {
            Arrays.fill(nodes, null);
            characters = 0;
        }
        int slot = first + (next++ & WAYS - 1);
        for (int i = first; i < first + WAYS; i++) {
            slot = nodes[i] == null ? i : slot;
        }
        characters += node.textValue().length()
                - (nodes[slot] == null ? 0 : nodes[slot].textValue().length());
        nodes[slot] = node;
        hashes[slot] = hash;
        return node;
    }
}
