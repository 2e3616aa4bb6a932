package io.jenkins.plugins.securitycenter.client;

import java.time.Instant;
import java.util.function.Consumer;

/** How the calls of one connection are repeated, and who is told of an outage. */
final class Retries {

    private final RetryPolicy policy;
    private final Consumer<String> log;
    private final OutageLog outages = new OutageLog();

    /** @param log gets one line when an outage begins and one when it ends */
    Retries(RetryPolicy policy, Consumer<String> log) {
        this.policy = policy;
        this.log = log;
    }

    static Retries silent(RetryPolicy policy) {
        return new Retries(policy, line -> {});
    }

    RetryPolicy policy() {
        return policy;
    }

    /** A call failed and will be repeated. */
    void failed(SecurityCenterException e, Instant now) {
        long minutes = policy.outage().toMinutes();
        if (minutes > 0) {
            outages.failed(e.getMessage() + " Retrying for up to " + minutes + " minutes.", now)
                    .ifPresent(log);
        }
    }

    /** A call succeeded. */
    void succeeded() {
        outages.restored().ifPresent(log);
    }
}
