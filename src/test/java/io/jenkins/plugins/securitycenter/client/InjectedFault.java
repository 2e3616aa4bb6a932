package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.simulator.FaultChoice;
import io.jenkins.plugins.securitycenter.simulator.Faults;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** The rows of the fault matrix. */
enum InjectedFault {
    /** The server has gone; see {@link #goAway}. */
    REFUSED("the connection was refused; check the URL, and whether the server is running.", null),
    RESET_BEFORE("the connection closed before the response was complete.", FaultChoice::resetBefore),
    RESET_AFTER("the connection closed before the response was complete.", FaultChoice::resetAfter),
    CUT_BODY("the connection closed before the response was complete.", FaultChoice::cutBody),
    HANG("the server did not respond for 0.3 seconds.", FaultChoice::hang),
    TOKEN_403("HTTP 403, error 12: This request contains an invalid token. ", FaultChoice::invalidToken),
    ERROR_403("HTTP 403, error 147: Not for ****. Go away.", choice -> choice.error(403, 147, Texts.REFUSAL)),
    SLOW_DOWN_SECONDS(
            Texts.SLOW_DOWN, choice -> choice.header("Retry-After", "7").html(429)),
    SLOW_DOWN_DATE(
            Texts.SLOW_DOWN,
            choice -> choice.header("Retry-After", Texts.soon()).html(429)),
    HTTP_500(
            "HTTP 500: the server, or a proxy in front of it, reported an error; try again later.",
            choice -> choice.html(500)),
    HTTP_503(
            "HTTP 503: the server, or a proxy in front of it, reported an error; try again later.",
            choice -> choice.html(503)),
    HTML(
            "the response is an HTML page instead of JSON; check the URL, and whether a proxy or login",
            choice -> choice.html(200)),
    GARBAGE("the response is not JSON from SecurityCenter; check the URL.", FaultChoice::garbage),
    ERROR_200("HTTP 200, error 147: Not for ****. Go away.", choice -> choice.error(200, 147, Texts.REFUSAL));

    /** What the user reads behind "could not ...: ". */
    final String sentence;

    private final Function<FaultChoice, Faults.Plan> plan;

    InjectedFault(String sentence, Function<FaultChoice, Faults.Plan> plan) {
        this.sentence = sentence;
        this.plan = plan;
    }

    boolean goAway() {
        return plan == null;
    }

    void inject(Simulator simulator, ClientOperation operation, boolean once) {
        if (goAway()) {
            simulator.close();
            return;
        }
        Faults.Plan made = plan.apply(simulator.faults().on(operation.method, operation.path));
        if (once) {
            made.times(1);
        }
    }

    private static final class Texts {
        static final String REFUSAL = "Not for " + Simulator.PASSWORD + ".\nGo away.\n";
        static final String SLOW_DOWN = "HTTP 429: the server is limiting the request rate; try again later.";

        static String soon() {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(5));
        }
    }
}
