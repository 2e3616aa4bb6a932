package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;

/** Waits for a duration; tests replace it. */
@FunctionalInterface
public interface Pause {

    /** Waits in real time. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
