package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.PluginFeed;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.SystemInfo;
import io.jenkins.plugins.securitycenter.watch.OrphanedScan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the state of a server: {@code GET /currentUser}, {@code /system}, {@code /status}, {@code /feed}, and the scans
 * that builds left there.
 */
public final class ServerCheck {

    /** A part of the state that can be missing: the account may not see it, or the version may not have it. */
    @FunctionalInterface
    public interface Part<T> {
        T read() throws SecurityCenterException, InterruptedException;
    }

    private final SecurityCenter server;
    private final InstantSource clock;
    private final List<String> gaps = new ArrayList<>();

    /** @param server not closed */
    public ServerCheck(SecurityCenter server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Reads the state.
     *
     * @param orphans reads the scans that builds left; not called for administrators, who see no scans
     * @throws SecurityCenterException if the server does not respond or rejects the account
     */
    public ServerFacts read(Part<List<OrphanedScan>> orphans) throws SecurityCenterException, InterruptedException {
        CurrentUser account = server.currentUser();
        Optional<SystemInfo> system = part(server::system);
        Optional<String> license = part(() -> server.status().line("licenseStatus"));
        Optional<Optional<Instant>> feed = part(new PluginFeed(server)::updateTime);
        Optional<List<OrphanedScan>> left = account.administrator() ? Optional.empty() : part(orphans);
        return new ServerFacts(
                clock.instant(),
                system.flatMap(SystemInfo::version),
                license.filter(status -> !status.isEmpty())
                        .or(() -> system.map(SystemInfo::licenseStatus))
                        .orElse(""),
                account,
                feed.flatMap(time -> time),
                left.orElse(List.of()),
                List.copyOf(gaps));
    }

    private <T> Optional<T> part(Part<T> part) throws SecurityCenterException, InterruptedException {
        try {
            return Optional.of(part.read());
        } catch (ErrorResponseException | UnexpectedResponseException e) {
            gaps.add(e.getMessage());
            return Optional.empty();
        }
    }
}
