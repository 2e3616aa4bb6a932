package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;

/** Messages that viewers of SARIF show unchanged: braces and links in brackets have a special meaning in them. */
final class SarifMessage {

    /** The maximum length of descriptions; services cut or reject longer ones. */
    static final int LONGEST = 1_024;

    private SarifMessage() {}

    /** Writes a message of at most {@link #LONGEST} characters. */
    static void write(SafeJsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text(text, LONGEST));
        json.writeEndObject();
    }

    /** Returns the text of a message with at most that many characters. */
    static String text(String text, int length) {
        String plain = TextSanitizer.visible(text.length() > length ? TextSanitizer.cut(text, length) : text);
        String escaped = escaped(plain);
        int shorter = length;
        while (escaped.length() > length) {
            shorter -= (escaped.length() - length + 1) / 2;
            escaped = escaped(TextSanitizer.cut(plain, shorter));
        }
        return escaped;
    }

    /** Doubles braces, and escapes opening brackets whose closing bracket is followed by a parenthesis. */
    static String escaped(CharSequence text) {
        StringBuilder escaped = new StringBuilder(text.length());
        int close = -1;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '{' || next == '}') {
                escaped.append(next);
            } else if (next == '[') {
                close = close < i ? end(text, i) : close;
                boolean link = close + 1 < text.length() && text.charAt(close + 1) == '(';
                escaped.append(link ? "\\" : "");
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    /** Returns the position of the next closing bracket; the length of the text if there is none. */
    private static int end(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != ']') {
            end++;
        }
        return end;
    }
}
