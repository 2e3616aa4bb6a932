package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the scan results that a launch or an import may have created. */
final class NewResultFinder {

    /**
     * How far back to list results. Limits the length of the lists, yet allows for records whose time differs from the
     * server's clock.
     */
    static final Duration LOOK_BACK = Duration.ofDays(1);

    /**
     * How far back to look for the newest result before a launch: longer, so that the list contains all results that a search
     * after the launch may list, although the server's clock is known to the second only.
     */
    static final Duration LONGER_LOOK_BACK = LOOK_BACK.multipliedBy(2);

    private final InstantSource clock;

    NewResultFinder(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the highest id of a scan result; -1 if there is none. */
    long newest(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        return new ScanResults(server)
                .createdSince(server.now(clock).minus(LONGER_LOOK_BACK)).stream()
                        .mapToLong(result -> number(result.id()))
                        .max()
                        .orElse(-1);
    }

    /**
     * Returns the ids of the scan results that appeared since the launch, were started by this account and match the
     * predicate.
     */
    List<String> appeared(SecurityCenter server, RunState state, Predicate<ScanResult> description)
            throws SecurityCenterException, InterruptedException {
        String account = server.currentUser().id();
        Duration ago = Duration.between(state.startedAt(), clock.instant());
        return new ScanResults(server)
                .createdSince(server.now(clock).minus(ago).minus(LOOK_BACK)).stream()
                        .filter(result -> number(result.id()) > state.newestKnownResultId())
                        .filter(description)
                        .filter(result -> result.initiator().isEmpty() || is(result.initiator(), account))
                        .map(ScanResult::id)
                        .toList();
    }

    static boolean is(Optional<ResourceReference> reference, String id) {
        return reference.map(ResourceReference::id).filter(id::equals).isPresent();
    }

    /** Returns whether the object is another one than that with the ID. */
    static boolean isOther(Optional<ResourceReference> reference, String id) {
        return reference.isPresent() && !is(reference, id);
    }

    /** Returns whether the result with that ID was there before the launch, so that it belongs to another launch. */
    static boolean isOld(String id, RunState state) {
        return number(id) >= 0 && number(id) <= state.newestKnownResultId();
    }

    /** Returns an id as a number, in the order of creation; -1 if it is not a number. */
    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
