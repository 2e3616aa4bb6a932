package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs that have ended although what they created may still be on the server. Not thread-safe. */
final class LeftOverRuns {

    /**
     * What a search for all that runs of this Jenkins left has shown.
     *
     * @param account the account that searched, which may not see what another account created
     * @param known the runs that had left something over when the search began
     * @param removed the tags of what was removed
     * @param remaining the tags of what was not
     */
    record Search(AccountId account, List<RunEntry> known, Set<ScanOwnerTag> removed, Set<ScanOwnerTag> remaining) {}

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

    /** Follows a job that was renamed or moved. */
    void moved(String from, String to) {
        entries.replaceAll((key, entry) -> entry.moved(from, to));
    }

    /** Returns whether there are runs of the account, or with its credentials: its API keys may have been replaced. */
    boolean contains(AccountId account) {
        return entries().stream()
                .anyMatch(entry ->
                        isOf(entry, account) || entry.owner().credentialsId().equals(account.credentialsId()));
    }

    /**
     * Forgets the runs that have nothing left on the server: what they created was removed, or was not found by the account
     * that created it.
     *
     * @return whether there were any
     */
    boolean update(Search search) {
        return entries().removeIf(entry -> isGone(entry, search));
    }

    private static boolean isGone(RunEntry entry, Search search) {
        ScanOwnerTag tag = entry.state().ownerTag();
        return search.known().contains(entry)
                && !search.remaining().contains(tag)
                && (search.removed().contains(tag) || isOf(entry, search.account()));
    }

    private static boolean isOf(RunEntry entry, AccountId account) {
        return entry.state().account().equals(account.hash());
    }
}
