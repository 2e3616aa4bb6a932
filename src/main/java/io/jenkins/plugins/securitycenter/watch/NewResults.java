package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Reference;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Finds the scan results that runs began. Shared by all runs of a controller, so that none takes another's.
 */
final class NewResults {

    /** Tolerates a server clock that is wrong by up to a day, and keeps the lists short. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    /** How long the run of a scan may take to appear. */
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private final Pause pause;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    NewResults(Pause pause) {
        this.pause = pause;
    }

    /** The highest id of those that are there; -1 when there is none. */
    long newest(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
        return server.scanResults().createdSince(now.minus(LOOK_BACK)).stream()
                .mapToLong(result -> number(result.id()))
                .max()
                .orElse(-1);
    }

    /**
     * The one that appeared since the state was prepared, was begun by this account and is as described.
     *
     * @throws ScanFailedException when several are
     */
    Optional<RunState> find(SecurityCenter server, RunState state, Predicate<ScanResult> description)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        String account = server.currentUser().id();
        List<ScanResult> candidates = server
                .scanResults()
                .createdSince(state.startedAt().minus(LOOK_BACK))
                .stream()
                .filter(result -> number(result.id()) > state.newestKnownResult())
                .filter(description)
                .filter(result -> result.initiator().isEmpty() || is(result.initiator(), account))
                .filter(result -> !claimed.contains(key(server, result.id())))
                .toList();
        if (candidates.size() > 1) {
            throw new ScanFailedException("\"" + state.scanName() + "\" on SecurityCenter \""
                    + server.endpoint().name()
                    + "\" was begun several times at the same moment, so it cannot be told"
                    + " which scan result belongs to this build; start the build again.");
        }
        return candidates.stream().findFirst().map(result -> claim(server, state, result));
    }

    /**
     * Looks for what may take a moment to appear.
     *
     * @param problem why it has to be looked for; null when nothing went wrong
     * @throws SecurityCenterException the problem, or else its own, when the last look failed
     */
    Optional<RunState> await(List<Duration> pauses, Look look, SecurityCenterException problem)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        boolean blind = false;
        for (Duration wait : pauses) {
            pause.of(wait);
            blind = false;
            try {
                Optional<RunState> found = look.now();
                if (found.isPresent()) {
                    return found;
                }
            } catch (SecurityCenterException e) {
                if (problem == null) {
                    throw e;
                }
                problem.addSuppressed(e);
                blind = true;
            }
        }
        if (blind) {
            throw problem;
        }
        return Optional.empty();
    }

    /** One attempt to find a result. */
    interface Look {
        Optional<RunState> now() throws SecurityCenterException, ScanFailedException, InterruptedException;
    }

    /** Marks a scan result as belonging to a run. */
    RunState claim(SecurityCenter server, RunState state, ScanResult result) {
        claimed.add(key(server, result.id()));
        return state.waitingFor(result.id());
    }

    /** Marks a scan result as belonging to a run that was found again after a restart. */
    void claimAgain(SecurityCenter server, RunState state) {
        claimed.add(key(server, state.scanResultId()));
    }

    /** What to hold while only one run may begin something on the server. */
    Object turn(SecurityCenter server) {
        return locks.computeIfAbsent(server.endpoint().url().toString(), url -> new Object());
    }

    static boolean is(Optional<Reference> reference, String id) {
        return reference.map(Reference::id).filter(id::equals).isPresent();
    }

    private static String key(SecurityCenter server, String resultId) {
        return server.endpoint().url() + " " + resultId;
    }

    /** Ids in the order of their making; -1 for one that is no number. */
    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
