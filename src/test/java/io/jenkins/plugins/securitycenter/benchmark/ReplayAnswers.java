package io.jenkins.plugins.securitycenter.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The responses of the replaying server. Thread-safe. */
final class ReplayAnswers {

    /** Lists the bodies of the requests for findings since the last login, one a line. */
    static final String REQUESTS = "/replay/requests";

    private static final Pattern SCAN = Pattern.compile("\"scanID\":\"(\\d+)\"");
    private static final Pattern SCAN_RESULT = Pattern.compile("/rest/scanResult/(\\d+)");
    private static final Pattern START = Pattern.compile("\"startOffset\":\"?(\\d+)");
    private static final Pattern END = Pattern.compile("\"endOffset\":\"?(\\d+)");

    private final ReplayRows rows = new ReplayRows();
    private final List<String> requests = new ArrayList<>();

    /** Fills the page, which is empty, with the body of the response. */
    void answer(String method, String path, String body, ByteArrayOutputStream page) {
        if (path.equals(REQUESTS)) {
            synchronized (requests) {
                add(page, String.join("\n", requests));
            }
        } else if (path.equals("/rest/analysis")) {
            remember(body);
            envelope(page, () -> analysis(body, page));
        } else {
            if (path.equals("/rest/token") && method.equals("POST")) {
                forget();
            }
            envelope(page, () -> add(page, small(path)));
        }
    }

    private void remember(String body) {
        synchronized (requests) {
            requests.add(body);
        }
    }

    private void forget() {
        synchronized (requests) {
            requests.clear();
        }
    }

    private static void envelope(ByteArrayOutputStream page, Runnable response) {
        add(page, "{\"type\":\"regular\",\"response\":");
        response.run();
        add(page, ",\"error_code\":0,\"error_msg\":\"\",\"warnings\":[],\"timestamp\":1764000100}");
    }

    private void analysis(String body, ByteArrayOutputStream page) {
        ReplayScan scan = ReplayScan.of(group(SCAN, body));
        int start = Integer.parseInt(group(START, body));
        int end = Math.min(scan.findings(), Integer.parseInt(group(END, body)));
        add(page, "{\"totalRecords\":\"" + scan.findings() + "\",\"returnedRecords\":" + Math.max(0, end - start));
        add(page, ",\"startOffset\":\"" + start + "\",\"endOffset\":\"" + end + "\",\"results\":[");
        for (int row = start; row < end; row++) {
            if (row > start) {
                page.write(',');
            }
            rows.append(scan, row, page);
        }
        add(page, "]}");
    }

    private static String small(String path) {
        if (path.equals("/rest/token")) {
            return "{\"token\":1234567890,\"unassociatedCert\":\"false\"}";
        }
        Matcher result = SCAN_RESULT.matcher(path);
        if (result.lookingAt()) {
            return "{\"id\":\"" + result.group(1)
                    + "\",\"name\":\"Weekly network scan\",\"status\":\"Completed\",\"importStatus\":\"Finished\","
                    + "\"repository\":{\"id\":\"1\",\"name\":\"Default\"},\"scan\":{\"id\":\"7\",\"name\":\"Weekly network"
                    + " scan\"},\"startTime\":\"1763990000\",\"totalIPs\":\"30000\",\"scannedIPs\":\"30000\","
                    + "\"dataFormat\":\"IPv4\",\"resultType\":\"active\",\"details\":\"Weekly\","
                    + "\"progress\":{\"scannedIPs\":\"10.0.0.0-10.255.255.255\",\"scannedSize\":\"30000\"}}";
        }
        return path.startsWith("/rest/status") ? "{\"jobd\":\"Running\"}" : "[]";
    }

    private static String group(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("The request lacks " + pattern + ": " + text);
        }
        return found.group(1);
    }

    private static void add(ByteArrayOutputStream page, String text) {
        page.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
