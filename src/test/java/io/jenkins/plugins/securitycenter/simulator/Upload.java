package io.jenkins.plugins.securitycenter.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part {@code Filedata} of a multipart body. */
record Upload(String fileName, byte[] content) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("filename=\"?([^\";\r\n]*)\"?", Pattern.CASE_INSENSITIVE);

    /** Finds the part; its name has a capital F. */
    static Upload read(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw Refusal.badRequest("The upload is not multipart/form-data.");
        }
        // one character for each byte, so that positions in the text are positions in the body
        String text = new String(body, ISO_8859_1);
        String mark = "--" + boundary.group(1).strip();
        for (int start = text.indexOf(mark); start >= 0; start = text.indexOf(mark, start + mark.length())) {
            int head = start + mark.length();
            int blank = text.indexOf("\r\n\r\n", head);
            int end = text.indexOf("\r\n" + mark, head);
            if (blank >= 0 && end >= blank && named(text.substring(head, blank))) {
                byte[] content = Arrays.copyOfRange(body, Math.min(blank + 4, end), end);
                return new Upload(fileName(text.substring(head, blank)), content);
            }
        }
        throw Refusal.badRequest("The upload has no part named Filedata.");
    }

    private static boolean named(String headers) {
        Matcher name = NAME.matcher(headers);
        return name.find() && name.group(1).equals("Filedata");
    }

    private static String fileName(String headers) {
        Matcher file = FILE.matcher(headers);
        return file.find() ? new String(file.group(1).getBytes(ISO_8859_1), UTF_8) : "";
    }
}
