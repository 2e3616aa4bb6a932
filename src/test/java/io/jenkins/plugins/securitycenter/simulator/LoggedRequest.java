package io.jenkins.plugins.securitycenter.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * A request that arrived.
 *
 * @param path the path below {@code /rest}
 * @param headers names in any case; the secret key of API keys is left out
 * @param body the text of the body, without passwords, cut after 20,000 characters
 * @param user the account that it was made for, or the empty text
 * @param status what was answered; 0 for nothing, or nothing yet
 */
public record LoggedRequest(
        Instant time,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        String user,
        int status) {

    /** Method and path, for example {@code POST /scan/1/launch}. */
    public String line() {
        return method + " " + path;
    }

    LoggedRequest answered(String who, int code) {
        return new LoggedRequest(time, method, path, query, headers, body, who, code);
    }
}
