package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Instant;
import java.util.function.Consumer;

/** The retry policy of one connection, and the log for outages. */
public final class Retries {

    private final RetryPolicy policy;
    private final Consumer<String> log;
    private final OutageLog outages = new OutageLog();

    /** @param log receives one line when an outage starts and one when it ends */
    public Retries(RetryPolicy policy, Consumer<String> log) {
        this.policy = policy;
        this.log = log;
    }

    public static Retries silent(RetryPolicy policy) {
        return new Retries(policy, line -> {});
    }

    public RetryPolicy policy() {
        return policy;
    }

    /** Called when a request failed and will be repeated. */
    void failed(SecurityCenterException e, Instant now) {
        long minutes = policy.outage().toMinutes();
        if (minutes > 0) {
            outages.failed(e.getMessage() + " Retrying for up to " + minutes + " minutes.", now)
                    .ifPresent(log);
        }
    }

    /** Called when a request succeeded. */
    void succeeded() {
        outages.restored().ifPresent(log);
    }
}
