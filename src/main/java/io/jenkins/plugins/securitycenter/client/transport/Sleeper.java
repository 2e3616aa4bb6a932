package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;

/** Waits for a duration; tests replace it. */
@FunctionalInterface
public interface Sleeper {

    /** Waits in real time. */
    Sleeper SLEEP = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
