package io.jenkins.plugins.securitycenter.watch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The runs that ended while another launch was unconfirmed, which must not take their results: once its definition is
 * removed, the result of an on-demand scan looks like that of an import. Not thread-safe.
 */
final class EndedRuns {

    private final Map<String, RunEntry> entries = new LinkedHashMap<>();

    Collection<RunEntry> entries() {
        return entries.values();
    }

    /**
     * Adds the run if it has ended with a result, and removes it if not. Forgets all of them if no launch is unconfirmed.
     *
     * @param inDoubt whether a launch is unconfirmed
     */
    void put(RunEntry entry, boolean inDoubt) {
        String key = entry.owner().key();
        if (entry.state().phase() == RunState.Phase.ENDED
                && !entry.state().resultId().isEmpty()) {
            entries.put(key, entry);
        } else {
            entries.remove(key);
        }
        if (!inDoubt) {
            entries.clear();
        }
    }

    /** Follows a job that was renamed or moved. */
    void moved(String from, String to) {
        entries.replaceAll((key, entry) -> entry.moved(from, to));
    }
}
