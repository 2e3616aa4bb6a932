package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Reference;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Launches scans exactly once. When the answer to a launch is lost, the new run is looked for among the server's scan
 * results instead of launching again. Shared by all runs of a controller, so that none takes another's scan result.
 */
final class Launcher {

    /** Tolerates a server clock that is wrong by up to a day, and keeps the lists short. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private static final List<Duration> SEARCH_PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private final Pause pause;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    Launcher(Pause pause) {
        this.pause = pause;
    }

    /** Notes which scan is to be launched and which results are there before; to be stored before the launch. */
    RunState prepare(SecurityCenter server, String nameOrId, Instant now)
            throws SecurityCenterException, InterruptedException {
        Scan scan = server.scans().find(nameOrId);
        long newest = server.scanResults().createdSince(now.minus(LOOK_BACK)).stream()
                .mapToLong(Launcher::number)
                .max()
                .orElse(-1);
        return RunState.fresh().launching(scan.id(), scan.name(), newest, now);
    }

    /** Sends the launch; a lost answer is made good by looking for the new run. */
    RunState launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        Scan scan = new Scan(state.scanId(), state.scanName(), Optional.empty(), Optional.empty());
        try {
            return claim(server, state, server.scans().launch(scan));
        } catch (SecurityCenterException e) {
            if (e instanceof RefusedException || e.notProcessed()) {
                throw e;
            }
            return searchAfter(e, server, state);
        }
    }

    private RunState searchAfter(SecurityCenterException lost, SecurityCenter server, RunState state)
            throws ScanFailedException, InterruptedException {
        for (Duration wait : SEARCH_PAUSES) {
            pause.of(wait);
            try {
                Optional<RunState> found = find(server, state);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (SecurityCenterException e) {
                lost.addSuppressed(e);
            }
        }
        throw new ScanFailedException(
                lost.getMessage() + " No new run of the scan was found, and it is not launched"
                        + " again, since the server may have received the launch.",
                lost);
    }

    /**
     * Looks for the run that a launch may have started.
     *
     * @throws ScanFailedException when several runs could be it
     */
    Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        String account = server.currentUser().id();
        List<ScanResult> candidates = server
                .scanResults()
                .createdSince(state.startedAt().minus(LOOK_BACK))
                .stream()
                .filter(result -> number(result) > state.newestKnownResult())
                .filter(result -> is(result.scan(), state.scanId()))
                .filter(result -> result.initiator().isEmpty() || is(result.initiator(), account))
                .filter(result -> !claimed.contains(claim(server, result.id())))
                .toList();
        if (candidates.size() > 1) {
            throw new ScanFailedException("Scan \"" + state.scanName() + "\" on SecurityCenter \""
                    + server.endpoint().name()
                    + "\" was launched several times at the same moment, so it cannot be told"
                    + " which scan result belongs to this build; start the build again.");
        }
        return candidates.stream().findFirst().map(result -> claim(server, state, result));
    }

    /** Marks a scan result as belonging to a run that was found again after a restart. */
    void claimAgain(SecurityCenter server, RunState state) {
        claimed.add(claim(server, state.scanResultId()));
    }

    private RunState claim(SecurityCenter server, RunState state, ScanResult result) {
        claimed.add(claim(server, result.id()));
        return state.waitingFor(result.id());
    }

    private static String claim(SecurityCenter server, String resultId) {
        return server.endpoint().url() + " " + resultId;
    }

    private static boolean is(Optional<Reference> reference, String id) {
        return reference.map(Reference::id).filter(id::equals).isPresent();
    }

    private static long number(ScanResult result) {
        try {
            return Long.parseLong(result.id());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
