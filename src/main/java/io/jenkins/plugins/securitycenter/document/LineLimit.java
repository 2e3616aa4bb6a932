package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.text.Digits;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Limits the length of a text that consists of lines. */
final class LineLimit {

    /** More than the bytes of the last line. */
    private static final int RESERVED = 200;

    private LineLimit() {}

    /**
     * Returns the lines, or as many of the first ones as fit and a line that says how many are left out.
     *
     * @param most the maximum length in bytes of UTF-8
     */
    static String cut(List<String> lines, int most) {
        String all = text(lines);
        if (bytes(all) <= most) {
            return all;
        }
        int kept = 0;
        int length = 0;
        while (kept < lines.size() && length + bytes(lines.get(kept)) + 1 <= most - RESERVED) {
            length += bytes(lines.get(kept)) + 1;
            kept++;
        }
        int left = lines.size() - kept;
        return text(lines.subList(0, kept)) + "\n"
                + (left == 1 ? "The last line is left out" : "The last " + Digits.grouped(left) + " lines are left out")
                + ", because the text would be longer than " + Digits.grouped(most)
                + " bytes; the page in Jenkins shows everything.\n";
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
