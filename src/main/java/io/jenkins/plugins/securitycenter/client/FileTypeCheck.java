package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Checks the start and the end of a file while it is streamed, so that nothing else is stored as the file. */
final class FileTypeCheck {

    private final FileType type;
    private final byte[] tail = new byte[FileType.TAIL];
    private int tailLength;

    FileTypeCheck(FileType type) {
        this.type = type;
    }

    /** Returns whether this is the start of JSON, which may be an envelope with an error under any content type. */
    static boolean json(byte[] head, int length) {
        String start = text(head, length);
        int mark = start.startsWith(XmlTags.BYTE_ORDER_MARK) ? XmlTags.BYTE_ORDER_MARK.length() : 0;
        String text = start.substring(mark).stripLeading();
        return text.startsWith("{")
                && (text.substring(1).stripLeading().startsWith("\"")
                        || text.substring(1).stripLeading().startsWith("}"));
    }

    /**
     * Checks the start of the file.
     *
     * @throws UnusableFileException if the file is not of the expected type
     */
    void begin(byte[] head, int length) throws UnusableFileException {
        if (length == 0) {
            throw new UnusableFileException("the file is empty.");
        }
        if (XmlTags.root(head, length).equalsIgnoreCase("html")) {
            throw new UnusableFileException("the response is a web page instead of " + type.label()
                    + "; check the URL, and whether a proxy or login page is in between.");
        }
        if (!type.beginsLike(head, length)) {
            throw new UnusableFileException(
                    "the response is " + content(head, length) + " instead of " + type.label() + ".");
        }
    }

    /** Processes the next part of the file. */
    void part(byte[] content, int length) {
        int fresh = Math.min(length, tail.length);
        int kept = Math.min(tailLength, tail.length - fresh);
        System.arraycopy(tail, tailLength - kept, tail, 0, kept);
        System.arraycopy(content, length - fresh, tail, kept, fresh);
        tailLength = kept + fresh;
    }

    /**
     * Checks the end of the file.
     *
     * @throws UnusableFileException if the end of the file is missing
     */
    void end() throws UnusableFileException {
        if (!type.endsLike(tail, tailLength)) {
            throw new UnusableFileException("the file is truncated; it does not end like " + type.label() + ".");
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
        return XmlTags.root(head, length).isEmpty() ? "a file of another type" : "another kind of XML";
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Thrown if the response is not the expected file, and a retry would not change that. */
    static final class UnusableFileException extends IOException {
        private static final long serialVersionUID = 1;

        UnusableFileException(String reason) {
            super(reason);
        }
    }
}
