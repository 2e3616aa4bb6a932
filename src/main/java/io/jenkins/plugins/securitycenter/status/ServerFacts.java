package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.watch.OrphanedScan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a check of a server has read.
 *
 * @param time when it was read
 * @param version empty if the server hides it
 * @param license the status of the license, {@code Valid} for a valid one; empty if unknown
 * @param account the account of the server in the configuration
 * @param feed when the plugins of active scanners were last updated; empty if unknown
 * @param orphans the scans that builds of this Jenkins left on the server; empty if they are unknown
 * @param gaps one sentence for each part that could not be read
 */
public record ServerFacts(
        Instant time,
        Optional<String> version,
        String license,
        CurrentUser account,
        Optional<Instant> feed,
        List<OrphanedScan> orphans,
        List<String> gaps) {

    /** Returns these facts, completed by what an earlier check of the same server read and this one could not. */
    ServerFacts after(ServerFacts earlier) {
        return new ServerFacts(
                time,
                version.or(earlier::version),
                license.isEmpty() ? earlier.license : license,
                account,
                feed.or(earlier::feed),
                orphans,
                gaps);
    }
}
