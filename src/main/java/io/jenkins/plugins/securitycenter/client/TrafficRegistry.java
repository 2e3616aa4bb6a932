package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.ActivityListener;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** The traffic of the servers that were used last, at most {@value #SERVERS}. Thread-safe. */
final class TrafficRegistry {

    static final int SERVERS = 200;

    private final InstantSource clock;
    private final ActivityListener activity;
    private final Map<URI, ServerTraffic> servers = new RecentMap<>(SERVERS);

    TrafficRegistry(InstantSource clock, ActivityListener activity) {
        this.clock = clock;
        this.activity = activity;
    }

    /** Returns the traffic of the server with that URL. */
    synchronized ServerTraffic of(URI url) {
        return servers.computeIfAbsent(url, unknown -> new ServerTraffic(clock, activity));
    }
}
