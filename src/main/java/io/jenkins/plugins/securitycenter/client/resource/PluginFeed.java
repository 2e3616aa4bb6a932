package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.Instant;
import java.util.Optional;

/** The feed from which the server gets the plugins of active scanners ({@code /feed}). */
public final class PluginFeed {

    private final SecurityCenter server;

    /** @param server is not closed */
    public PluginFeed(SecurityCenter server) {
        this.server = server;
    }

    /** Returns the time of its last update ({@code GET /feed}); empty if the server does not report one. */
    public Optional<Instant> updateTime() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/feed").toDo("read the time of the plugin feed");
        return new ResourceReader(server, request)
                .values(feeds -> feeds.object("active").time("updateTime"));
    }
}
