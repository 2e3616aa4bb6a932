package io.jenkins.plugins.securitycenter.export;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV by the letter of RFC 4180, in which every line ends with CRLF, and refuses anything else. */
final class CsvFile {

    private final String text;
    private int position;

    private CsvFile(String text) {
        this.text = text;
    }

    /** The values of each line. */
    static List<List<String>> lines(String text) {
        CsvFile file = new CsvFile(text);
        List<List<String>> lines = new ArrayList<>();
        while (file.position < text.length()) {
            lines.add(file.line());
        }
        return lines;
    }

    private List<String> line() {
        List<String> values = new ArrayList<>();
        do {
            values.add(at('"') ? quoted() : plain());
        } while (skip(","));
        if (!skip("\r\n")) {
            throw new AssertionError("Neither a comma nor a line end at " + position + ": " + text);
        }
        return values;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        position++;
        while (!at('"') || text.startsWith("\"\"", position)) {
            position += at('"') ? 1 : 0;
            value.append(text.charAt(position++));
        }
        position++;
        return value.toString();
    }

    private String plain() {
        int start = position;
        while (position < text.length() && ",\"\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private boolean at(char wanted) {
        return text.charAt(position) == wanted;
    }

    private boolean skip(String wanted) {
        boolean found = text.startsWith(wanted, position);
        position += found ? wanted.length() : 0;
        return found;
    }
}
