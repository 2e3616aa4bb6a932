package io.jenkins.plugins.securitycenter.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The requests in the order of their arrival; of very many, the last ones. */
final class RequestLog {
    private static final int LONGEST_BODY = 20_000;
    private static final Pattern PASSWORD =
            Pattern.compile("(\"[^\"]*password\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_KEY = Pattern.compile("(secretkey=)[^;]*", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 20_000;
    private final List<LoggedRequest> requests = new ArrayList<>();
    private int forgotten;
    private final Clock clock;

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    /** Notes an arrival and gives its number. */
    synchronized int arrived(Call call) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(call.headers());
        headers.computeIfPresent(
                "x-apikey", (name, value) -> SECRET_KEY.matcher(value).replaceAll("$1***"));
        requests.add(new LoggedRequest(
                clock.instant(), call.method(), call.path(), call.query(), headers, body(call.body()), "", 0));
        if (requests.size() > MOST) {
            List<LoggedRequest> oldest = requests.subList(0, MOST / 2);
            forgotten += oldest.size();
            oldest.clear();
        }
        return forgotten + requests.size() - 1;
    }

    private static String body(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), StandardCharsets.UTF_8);
        return PASSWORD.matcher(text).replaceAll("$1\"***\"");
    }

    synchronized void answered(int number, String user, int status) {
        int index = number - forgotten;
        if (index >= 0) {
            requests.set(index, requests.get(index).answered(user, status));
        }
    }

    synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }
}
