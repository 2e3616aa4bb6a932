package io.jenkins.plugins.securitycenter.client;

import java.nio.charset.StandardCharsets;

/**
 * Reads the names of the first and the last tag of an XML document without a parser, so that nothing in the document is
 * resolved or expanded.
 */
final class XmlTags {

    /** The byte order mark of UTF-8, read as ISO 8859-1. */
    static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private static final String END_OF_NAME = " \t\r\n/>";
    private static final int LONGEST_NAME = 100;

    private XmlTags() {}

    /** Returns the name of the root element; empty if the given start of a document contains none. */
    static String root(byte[] head, int length) {
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        int start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        for (int next = tag(text, start); next >= 0; next = tag(text, next)) {
            if (text.startsWith("<?", next)) {
                next = behind(text, "?>", next);
            } else if (text.startsWith("<!--", next)) {
                next = behind(text, "-->", next);
            } else if (text.regionMatches(true, next, "<!doctype", 0, 9)) {
                if (text.substring(next + 9, Math.min(length, next + 30))
                        .stripLeading()
                        .regionMatches(true, 0, "html", 0, 4)) {
                    return "html";
                }
                next = behindDoctype(text, next);
            } else {
                return name(text, next + 1);
            }
            if (next < 0) {
                return "";
            }
        }
        return "";
    }

    /**
     * Returns the name of the end tag with which a document ends, ignoring blanks; empty if it does not end with one.
     */
    static String lastEndTag(byte[] tail, int length) {
        String text = new String(tail, 0, length, StandardCharsets.ISO_8859_1).trim();
        int start = text.lastIndexOf("</");
        return start < 0 || text.indexOf('>', start) != text.length() - 1 ? "" : name(text, start + 2);
    }

    /** Returns the position of a tag that follows immediately or after blanks; -1 if there is none. */
    private static int tag(String text, int start) {
        int next = start;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '<' ? next : -1;
    }

    private static int behind(String text, String end, int start) {
        int found = text.indexOf(end, start);
        return found < 0 ? -1 : found + end.length();
    }

    private static int behindDoctype(String text, int start) {
        int end = text.indexOf('>', start);
        int subset = text.indexOf('[', start);
        return subset < 0 || subset > end ? behind(text, ">", start) : behind(text, "]>", subset);
    }

    private static String name(String text, int start) {
        int end = start;
        while (end < text.length() && END_OF_NAME.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end == text.length() || end - start > LONGEST_NAME ? "" : text.substring(start, end);
    }
}
