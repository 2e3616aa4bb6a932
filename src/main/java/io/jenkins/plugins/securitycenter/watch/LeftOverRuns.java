package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The runs that have ended although what they created may still be on the server. Not thread-safe. */
final class LeftOverRuns {

    private final Map<String, RunEntry> entries = new LinkedHashMap<>();

    Collection<RunEntry> entries() {
        return entries.values();
    }

    /** Adds the run if it has left something over, and removes it if not. */
    void put(RunEntry entry) {
        String key = entry.owner().key();
        if (entry.state().leftOver()) {
            entries.put(key, entry);
        } else {
            entries.remove(key);
        }
    }

    /** Returns whether there are runs with these credentials. */
    boolean contains(String credentialsId) {
        return entries().stream().anyMatch(entry -> uses(entry, credentialsId));
    }

    /**
     * Forgets the runs with these credentials that left nothing over.
     *
     * @param remaining the tags of what they left
     * @return whether there were any
     */
    boolean keepOnly(String credentialsId, Set<ScanOwnerTag> remaining) {
        return entries().removeIf(entry -> uses(entry, credentialsId)
                && !remaining.contains(entry.state().ownerTag()));
    }

    private static boolean uses(RunEntry entry, String credentialsId) {
        return entry.owner().credentialsId().equals(credentialsId);
    }
}
