package io.jenkins.plugins.securitycenter.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The second half of {@code faults().on(method, path)}: what is to happen. */
public final class FaultChoice {
    private static final String HTML = "<!DOCTYPE html><html><head><title>%d</title></head><body><h1>%d</h1>"
            + "<p>The proxy could not reach the server.</p></body></html>";
    private final Faults faults;
    private final String method;
    private final Pattern path;
    private final Map<String, String> headers = new LinkedHashMap<>();

    FaultChoice(Faults faults, String method, Pattern path) {
        this.faults = faults;
        this.method = method;
        this.path = path;
    }

    /** Adds a header to the answer that the next call chooses, for example {@code Retry-After}. */
    public FaultChoice header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** This status with an HTML page, as a proxy answers; 200 gives a login page. The request is not processed. */
    public Faults.Plan html(int status) {
        return answer(status, "text/html; charset=UTF-8", HTML.formatted(status, status));
    }

    /** This status with any body. The request is not processed. */
    public Faults.Plan answer(int status, String contentType, String body) {
        return plan(new Fault.Canned(status, contentType, body, Map.copyOf(headers)));
    }

    /** Status 200 and something that is not JSON, called JSON. */
    public Faults.Plan garbage() {
        return answer(200, "application/json", "{\"type\":\"regular\",\"response\":{\"id\":<<<");
    }

    /** Status 200 and no body. */
    public Faults.Plan emptyBody() {
        return answer(200, "application/json", "");
    }

    /** This status with an envelope that holds this code and message; with status 200 too. */
    public Faults.Plan error(int status, int code, String message) {
        return plan(new Fault.Enveloped(status, code, message, Map.copyOf(headers)));
    }

    /** What an expired session gets: 403 with code 12. */
    public Faults.Plan invalidToken() {
        return error(403, 12, "This request contains an invalid token.");
    }

    /** The connection is reset before anything happened. */
    public Faults.Plan resetBefore() {
        return plan(new Fault.Reset(false));
    }

    /** The request takes effect, then the connection is reset instead of an answer. */
    public Faults.Plan resetAfter() {
        return plan(new Fault.Reset(true));
    }

    /** Processed; the connection ends after half of the announced length. */
    public Faults.Plan cutBody() {
        return plan(new Fault.Cut(false));
    }

    /** Processed; the connection ends within a chunked body. */
    public Faults.Plan cutChunkedBody() {
        return plan(new Fault.Cut(true));
    }

    /** Processed; the first half of the body comes as if it were complete: a truncated zip, for example. */
    public Faults.Plan truncated() {
        return plan(new Fault.Truncated());
    }

    /** Not processed and not answered for a minute, or until the simulator is closed. */
    public Faults.Plan hang() {
        return plan(new Fault.Hang(false));
    }

    /** Processed, but not answered for a minute, or until the simulator is closed. */
    public Faults.Plan hangAfter() {
        return plan(new Fault.Hang(true));
    }

    /** Processed, but what comes is what this makes of the body; {@link #header} adds headers. */
    public Faults.Plan changed(UnaryOperator<byte[]> change) {
        return plan(new Fault.Changed(change, Map.copyOf(headers)));
    }

    /** Answered properly; then the connection ends, although nothing announced that. */
    public Faults.Plan closing() {
        return plan(new Fault.Closing());
    }

    /** Answered properly, but late. */
    public Faults.Plan slow(Duration delay) {
        return plan(new Fault.Slow(delay));
    }

    private Faults.Plan plan(Fault fault) {
        return faults.add(faults.new Plan(method, path, fault));
    }
}
