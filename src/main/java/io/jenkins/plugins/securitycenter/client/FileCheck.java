package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Judges a file by its beginning and its end while it passes, so that nothing else is kept in place of it. */
final class FileCheck {

    private final FileKind kind;
    private final byte[] tail = new byte[FileKind.TAIL];
    private int tailLength;

    FileCheck(FileKind kind) {
        this.kind = kind;
    }

    /** Whether this is the beginning of JSON, which may be an envelope with an error under any content type. */
    static boolean json(byte[] head, int length) {
        String text = text(head, length).stripLeading();
        return text.startsWith("{")
                && (text.substring(1).stripLeading().startsWith("\"")
                        || text.substring(1).stripLeading().startsWith("}"));
    }

    /** @throws Unusable when the file is not of its kind */
    void begin(byte[] head, int length) throws Unusable {
        if (length == 0) {
            throw new Unusable("the file is empty.");
        }
        if (XmlEdges.root(head, length).equalsIgnoreCase("html")) {
            throw new Unusable("the response is a web page instead of " + kind.label()
                    + "; check the URL, and whether a proxy or login page is in between.");
        }
        if (!kind.beginsLike(head, length)) {
            throw new Unusable("the response is " + content(head, length) + " instead of " + kind.label() + ".");
        }
    }

    /** Takes the next part of the file. */
    void part(byte[] content, int length) {
        int fresh = Math.min(length, tail.length);
        int kept = Math.min(tailLength, tail.length - fresh);
        System.arraycopy(tail, tailLength - kept, tail, 0, kept);
        System.arraycopy(content, length - fresh, tail, kept, fresh);
        tailLength = kept + fresh;
    }

    /** @throws Unusable when the end of the file is missing */
    void end() throws Unusable {
        if (!kind.endsLike(tail, tailLength)) {
            throw new Unusable("the file is truncated; it does not end like " + kind.label() + ".");
        }
    }

    private static String content(byte[] head, int length) {
        String text = text(head, Math.min(length, 16));
        if (text.startsWith("PK")) {
            return "a zip file";
        }
        if (text.startsWith("\u001F\u008B")) {
            return "a gzip file";
        }
        if (text.startsWith("%PDF-")) {
            return "a PDF file";
        }
        if (json(head, length)) {
            return "JSON";
        }
        return XmlEdges.root(head, length).isEmpty() ? "a file of another type" : "another kind of XML";
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** What came is not the expected file, and would not be if it were sent again. */
    static final class Unusable extends IOException {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason);
        }
    }
}
