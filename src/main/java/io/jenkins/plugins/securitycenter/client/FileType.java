package io.jenkins.plugins.securitycenter.client;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The expected type of a downloaded file, which is checked by its content. */
public enum FileType {
    /** Any file that is not empty. */
    ANY("a file"),
    /** A .nessus file, which contains the result of a scan. */
    NESSUS("a .nessus file") {
        @Override
        boolean beginsLike(byte[] head, int length) {
            return NESSUS_ROOTS.contains(XmlTags.root(head, length));
        }

        @Override
        boolean endsLike(byte[] tail, int length) {
            return NESSUS_ROOTS.contains(XmlTags.lastEndTag(tail, length));
        }
    },
    /** A raw scan result as sent by the server, normally a zip file. */
    RAW_RESULT("a scan result") {
        @Override
        boolean beginsLike(byte[] head, int length) {
            return ZIP.beginsLike(head, length) || NESSUS.beginsLike(head, length);
        }

        @Override
        boolean endsLike(byte[] tail, int length) {
            return ZIP.endsLike(tail, length) || NESSUS.endsLike(tail, length);
        }
    },
    /** A zip file with at least one entry. */
    ZIP("a zip file") {
        @Override
        boolean beginsLike(byte[] head, int length) {
            return startsWith(head, length, "PK\u0003\u0004");
        }

        @Override
        boolean endsLike(byte[] tail, int length) {
            for (int start = length - ZIP_END; start >= 0; start--) {
                if (tail[start] == 'P'
                        && tail[start + 1] == 'K'
                        && tail[start + 2] == 5
                        && tail[start + 3] == 6
                        && start + ZIP_END + (tail[start + 20] & 0xff) + ((tail[start + 21] & 0xff) << 8) == length) {
                    return true;
                }
            }
            return false;
        }
    },
    PDF("a PDF file") {
        @Override
        boolean beginsLike(byte[] head, int length) {
            return startsWith(head, length, "%PDF-");
        }

        @Override
        boolean endsLike(byte[] tail, int length) {
            int start = Math.max(0, length - PDF_END);
            return new String(tail, start, length - start, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    },
    RTF("an RTF file") {
        @Override
        boolean beginsLike(byte[] head, int length) {
            return startsWith(head, length, "{\\rtf");
        }

        @Override
        boolean endsLike(byte[] tail, int length) {
            return new String(tail, 0, length, StandardCharsets.ISO_8859_1)
                    .trim()
                    .endsWith("}");
        }
    },
    /** Starts with column names; the values, which come from scanned hosts, may contain any character. */
    CSV("a CSV file") {
        @Override
        boolean beginsLike(byte[] head, int length) {
            for (int at = 0; at < Math.min(length, COLUMN_NAMES); at++) {
                if (head[at] >= 0 && head[at] < ' ' && "\t\r\n".indexOf(head[at]) < 0) {
                    return false;
                }
            }
            return length > 0;
        }
    },
    /** Any XML file, or a zip file that contains one. */
    XML("an XML file") {
        @Override
        boolean beginsLike(byte[] head, int length) {
            return !XmlTags.root(head, length).isEmpty() || ZIP.beginsLike(head, length);
        }

        @Override
        boolean endsLike(byte[] tail, int length) {
            return !XmlTags.lastEndTag(tail, length).isEmpty() || ZIP.endsLike(tail, length);
        }
    };

    /**
     * The number of bytes at the end of a file that are needed to check it: the end record of a zip file with the
     * longest comment.
     */
    static final int TAIL = 22 + 0xffff;

    private static final int ZIP_END = 22;
    /** The minimum length of the column names. */
    private static final int COLUMN_NAMES = 16;
    /** The distance from the end at which PDF readers look for the end marker. */
    private static final int PDF_END = 1024;

    private static final Set<String> NESSUS_ROOTS = Set.of("NessusClientData_v2", "NessusClientData");

    private final String label;

    FileType(String label) {
        this.label = label;
    }

    /** Returns the name for messages, with its article. */
    String label() {
        return label;
    }

    /** Returns the file type for the report type that the server sends. */
    public static FileType ofReport(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "pdf" -> PDF;
            case "rtf" -> RTF;
            case "csv" -> CSV;
            case "nessus" -> NESSUS;
            case "arf", "asr", "lasr", "xml" -> XML;
            default -> ANY;
        };
    }

    boolean beginsLike(byte[] head, int length) {
        return length > 0;
    }

    boolean endsLike(byte[] tail, int length) {
        return true;
    }

    private static boolean startsWith(byte[] head, int length, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return length >= wanted.length && new String(head, 0, wanted.length, StandardCharsets.ISO_8859_1).equals(text);
    }
}
