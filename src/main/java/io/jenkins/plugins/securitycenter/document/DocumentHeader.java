package io.jenkins.plugins.securitycenter.document;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a document is about.
 *
 * @param title the heading of the record
 * @param build the job and the build
 * @param page the URL of the record in Jenkins; empty if unknown
 * @param server the name of the server
 * @param scanResultId the ID of the scan result; empty for findings of more than one scan
 * @param scanPage the URL of the scan result; empty if unknown
 * @param reference the build that the findings are compared with; empty for none
 * @param time the time of the build
 * @param notices sentences about findings that may be missing
 * @param caveat a few words on a scan that is not complete, such as {@code partial scan}; empty for a complete scan
 */
public record DocumentHeader(
        String title,
        String build,
        String page,
        String server,
        String scanResultId,
        String scanPage,
        String reference,
        ZonedDateTime time,
        List<String> notices,
        String caveat) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

    public DocumentHeader {
        notices = List.copyOf(notices);
    }

    /** Returns what the document is about, such as {@code SecurityCenter: findings of weekly #4}. */
    String heading() {
        return TextLimit.name(title) + ": findings of " + TextLimit.name(build);
    }

    /** Returns the time, such as {@code 2026-11-29 12:35 UTC+01:00}. */
    String timeText() {
        return TIME.format(time);
    }

    /** Returns the text if it is the URL of a web page; otherwise an empty string. */
    static String webPage(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? url : "";
    }
}
