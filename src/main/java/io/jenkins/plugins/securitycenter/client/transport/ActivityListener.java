package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;

/** Receives what the plugin does with servers, for statistics. Called by many threads; must return immediately. */
public interface ActivityListener {

    /** Called when a request is sent, also if it repeats another one. */
    void requested();

    /** Called when a request has failed or was rejected. */
    void failed();

    /** Called before a request is repeated. */
    void repeated();

    /** Called when a poll of the results that builds wait for has ended. */
    void polled(Duration duration);

    /** Called with the number of findings of each page that was read. */
    void findingsRead(long count);
}
