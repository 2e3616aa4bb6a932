package io.jenkins.plugins.securitycenter.manage;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.securitycenter.audit.AuditEntry;
import io.jenkins.plugins.securitycenter.audit.AuditLog;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Failure;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Snapshot;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.status.ServerCheck;
import io.jenkins.plugins.securitycenter.status.ServerFacts;
import io.jenkins.plugins.securitycenter.status.ServerReport;
import io.jenkins.plugins.securitycenter.status.StatusStore;
import io.jenkins.plugins.securitycenter.status.SupportReport.KnownServer;
import io.jenkins.plugins.securitycenter.task.OnDemandOwner;
import io.jenkins.plugins.securitycenter.task.OrphanedRunCleanup;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.watch.RunEntry;
import io.jenkins.plugins.securitycenter.watch.ServerRuns;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The last known states of the configured servers. Requests are sent only by checks, in the background. */
@Restricted(NoExternalUse.class)
@Extension
public final class ServerStatuses {

    private final InstantSource clock = InstantSource.system();
    private final StatusStore store =
            new StatusStore(task -> SecurityCenterService.get().execute(task), clock);

    public static ServerStatuses get() {
        return ExtensionList.lookupSingleton(ServerStatuses.class);
    }

    /** Returns what is known about each configured server. */
    public List<ServerReport> reports() {
        return SecurityCenterConfiguration.get().getServers().stream()
                .map(this::report)
                .toList();
    }

    /** Returns what is known about each configured server, with its last failures. */
    List<KnownServer> known() {
        return SecurityCenterConfiguration.get().getServers().stream()
                .map(server -> new KnownServer(report(server), failures(server)))
                .toList();
    }

    private static List<Failure> failures(Server server) {
        return endpoint(server)
                .map(known -> SecurityCenterService.get()
                        .watch()
                        .sessions()
                        .traffic(known.url())
                        .lastFailures())
                .orElse(List.of());
    }

    private ServerReport report(Server server) {
        StatusStore.Key key = key(server);
        WatchServices watch = SecurityCenterService.get().watch();
        Optional<Endpoint> endpoint = endpoint(server);
        Optional<Login> login = login(server);
        Optional<ServerTraffic> traffic = endpoint.map(known -> watch.sessions().traffic(known.url()));
        Optional<ServerRuns> runs = endpoint.map(known -> watch.registry().on(known.url()));
        return new ServerReport(
                key,
                store.checking(key),
                store.state(key),
                traffic.map(ServerTraffic::snapshot).orElse(Snapshot.NONE),
                login.flatMap(used -> traffic.flatMap(known -> known.refusal(used))),
                login.flatMap(Login::end),
                endpoint.map(known -> watch.sessions().openSessions(known.url()))
                        .orElse(0),
                builds(runs.map(ServerRuns::waiting)),
                builds(runs.map(ServerRuns::cleaningUp)));
    }

    private static List<String> builds(Optional<List<RunEntry>> runs) {
        return runs.orElse(List.of()).stream()
                .map(entry -> entry.owner().build())
                .toList();
    }

    /** Starts a check of the server, unless one is in progress. */
    public void check(Server server) {
        store.start(key(server), () -> read(server));
    }

    /**
     * Starts checks of all servers that have credentials. A server that has rejected the same credentials before is not
     * checked, because each rejected login brings the account closer to being locked.
     */
    void checkAll() {
        for (Server server : SecurityCenterConfiguration.get().getServers()) {
            if (login(server).isPresent() && report(server).refusal().isEmpty()) {
                check(server);
            }
        }
    }

    /**
     * Starts the removal of what builds left on the server, and then a check.
     *
     * @param user the ID of the user who started it
     * @return whether it was started; if not, a check is in progress
     */
    boolean removeLeftovers(Server server, String user) {
        return store.start(key(server), () -> {
            OrphanedRunCleanup.cleanUp(SecurityCenterService.get()
                    .watch()
                    .registry()
                    .on(server.endpoint().url()));
            try (SecurityCenter connection = connect(server)) {
                SecurityCenterService.get()
                        .watch()
                        .removeOrphanedScans(
                                connection,
                                OnDemandOwner.ofJenkins(),
                                OnDemandOwner::abandoned,
                                scan -> AuditLog.get()
                                        .record(new AuditEntry(
                                                Instant.now(),
                                                user,
                                                "removed " + scan.text() + " from server \"" + server.getName()
                                                        + "\"")));
                return read(connection);
            }
        });
    }

    private ServerFacts read(Server server) throws SecurityCenterException, InterruptedException {
        try (SecurityCenter connection = connect(server)) {
            return read(connection);
        }
    }

    private ServerFacts read(SecurityCenter connection) throws SecurityCenterException, InterruptedException {
        WatchServices watch = SecurityCenterService.get().watch();
        return new ServerCheck(connection, clock)
                .read(() -> watch.orphanedScans(connection, OnDemandOwner.ofJenkins(), OnDemandOwner::abandoned));
    }

    /** Returns a connection that uses an open session of builds if it can, and never ends another session. */
    private static SecurityCenter connect(Server server) {
        SessionPool sessions = SecurityCenterService.get().watch().sessions();
        return sessions.open(server.endpoint().sparingSessions(), CredentialsLookup.ofForm(null, server, ""));
    }

    private static StatusStore.Key key(Server server) {
        return new StatusStore.Key(server.getName(), server.getUrl());
    }

    private static Optional<Endpoint> endpoint(Server server) {
        try {
            return Optional.of(server.endpoint());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Login> login(Server server) {
        try {
            return Optional.of(CredentialsLookup.ofForm(null, server, ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
