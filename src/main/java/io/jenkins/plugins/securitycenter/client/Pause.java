package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Pause {

    /** Really waits. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
