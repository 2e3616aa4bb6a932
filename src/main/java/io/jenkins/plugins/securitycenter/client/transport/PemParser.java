package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blocks of a PEM text, ignoring any text around them and blanks within their lines. */
final class PemParser {

    private static final Pattern MARK = Pattern.compile("-----(BEGIN|END) ([A-Z0-9 ]+?)-----");
    /** Matches the remains of a marker, or of a block without markers; certificates in Base64 start with MI. */
    private static final Pattern REMAINS = Pattern.compile(
            "\\b(BEGIN|END)[ \t]+((X509|TRUSTED)[ \t]+)?CERTIFICATE\\b|\\bMI[A-Za-z0-9+/]{58}",
            Pattern.CASE_INSENSITIVE);

    /**
     * A block.
     *
     * @param line the line where it starts, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and not kept
    record Block(String label, int line, byte[] content) {}

    private final String text;
    private final List<Block> blocks = new ArrayList<>();

    private PemParser(String text) {
        this.text = text;
    }

    /**
     * Returns the blocks of a text.
     *
     * @throws UnreadablePemException if a part of the text may be a block, but cannot be parsed as one
     */
    static List<Block> blocks(String text) throws UnreadablePemException {
        PemParser pem = new PemParser(text);
        pem.read();
        return pem.blocks;
    }

    private void read() throws UnreadablePemException {
        Matcher mark = MARK.matcher(text);
        int outside = 0;
        while (mark.find()) {
            checkOutside(outside, mark.start());
            int line = line(mark.start());
            String label = mark.group(2);
            if (mark.group(1).equals("END")) {
                throw new UnreadablePemException(line, "\"END " + label + "\" has no matching \"BEGIN\"");
            }
            int begin = mark.end();
            if (!mark.find() || !mark.group(1).equals("END") || !mark.group(2).equals(label)) {
                throw new UnreadablePemException(line, "the block that starts there has no \"END " + label + "\"");
            }
            blocks.add(new Block(label, line, decoded(begin, mark.start())));
            outside = mark.end();
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block("CERTIFICATE", 1, decoded(0, text.length())));
        } else {
            checkOutside(outside, text.length());
        }
    }

    private void checkOutside(int begin, int end) throws UnreadablePemException {
        Matcher remains = REMAINS.matcher(text).region(begin, end);
        if (remains.find()) {
            throw new UnreadablePemException(line(remains.start()), "part of a certificate is outside a block");
        }
    }

    private byte[] decoded(int begin, int end) throws UnreadablePemException {
        StringBuilder characters = new StringBuilder();
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (Whitespace.isBlank(c)) {
                continue;
            }
            if (!(c < 0x80 && (Character.isLetterOrDigit(c) || "+/=".indexOf(c) >= 0))) {
                throw new UnreadablePemException(line(i), "invalid Base64");
            }
            characters.append(c);
        }
        try {
            return Base64.getDecoder().decode(characters.toString());
        } catch (IllegalArgumentException e) {
            throw new UnreadablePemException(
                    line(begin), "the Base64 text of the block that starts there is incomplete");
        }
    }

    private int line(int position) {
        return (int) text.substring(0, position)
                        .replace("\r\n", "\n")
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count()
                + 1;
    }

    /** Thrown if a part of the text cannot be parsed. */
    static final class UnreadablePemException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadablePemException(int line, String reason) {
            super("line " + line + ": " + reason);
        }
    }
}
