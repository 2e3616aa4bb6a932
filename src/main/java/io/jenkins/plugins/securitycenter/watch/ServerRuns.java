package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this Jenkins on one server. Assigns results to runs, and gives runs their turn to launch. Changes are on
 * disk when a method returns. Thread-safe.
 */
public final class ServerRuns {

    private final RunFile store;
    /** The runs that have not ended. */
    private final Map<String, RunEntry> entries = new LinkedHashMap<>();

    private final LeftOverRuns leftOvers = new LeftOverRuns();
    private final EndedRuns ended = new EndedRuns();
    private final LaunchTurns turns = new LaunchTurns();
    private final Set<String> attached = new HashSet<>();

    ServerRuns(RunFile store) {
        this.store = store;
        store.load().forEach(this::remember);
    }

    /** Returns the stored runs that nothing in this Jenkins currently manages. */
    public synchronized List<RunEntry> detached() {
        return entries.values().stream()
                .filter(entry -> !attached.contains(entry.owner().key()))
                .toList();
    }

    /** Returns the runs that a build of this Jenkins waits for. */
    public synchronized List<RunEntry> waiting() {
        return entries.values().stream()
                .filter(entry -> attached.contains(entry.owner().key()))
                .filter(entry -> !cleansUp(entry))
                .toList();
    }

    /** Returns the runs whose clean-up on the server is not done. */
    public synchronized List<RunEntry> cleaningUp() {
        return entries.values().stream().filter(ServerRuns::cleansUp).toList();
    }

    private static boolean cleansUp(RunEntry entry) {
        return entry.state().phase() == RunState.Phase.CLEANING_UP;
    }

    /** Returns whether the run is stored here. */
    synchronized boolean knows(String key) {
        return entries.containsKey(key);
    }

    /** Starts to manage a run; returns false if it is already managed. */
    synchronized boolean attach(String key) {
        return attached.add(key);
    }

    synchronized void detach(String key) {
        attached.remove(key);
    }

    /**
     * Stores a run, or deletes it if it has ended and left nothing on the server.
     *
     * @throws IOException if it cannot be stored, or if its result belongs to another run
     */
    void put(RunEntry entry) throws IOException {
        try {
            store(entry);
        } finally {
            grantTurns();
        }
    }

    private synchronized void store(RunEntry entry) throws IOException {
        String key = entry.owner().key();
        RunEntry rival = claimant(entry.state().type(), entry.state().resultId(), key);
        if (rival != null && entry.state().phase() == RunState.Phase.WAITING) {
            throw new ScanFailedException("Result " + entry.state().resultId() + " already belongs to build "
                    + rival.owner().build() + "; start the build again.");
        }
        List<RunEntry> before = all();
        remember(entry);
        List<RunEntry> after = all();
        if (!after.equals(before)) {
            store.write(after);
        }
    }

    private void remember(RunEntry given) {
        String key = given.owner().key();
        RunEntry known = entries.get(key);
        // a run keeps the name that its build had when it started
        RunEntry entry = known == null
                ? given
                : new RunEntry(given.owner().ofBuild(known.owner().build()), given.state());
        if (entry.state().phase() == RunState.Phase.ENDED) {
            entries.remove(key);
        } else {
            entries.put(key, entry);
        }
        leftOvers.put(entry);
        ended.put(entry, entries.values().stream().anyMatch(one -> one.state().inDoubt()));
    }

    /** Hands the run with that key, if there is one, over to another server. */
    void hand(String key, ServerRuns other) throws IOException {
        RunEntry entry;
        synchronized (this) {
            entry = entries.get(key);
        }
        if (entry != null) {
            other.put(entry);
            synchronized (this) {
                entries.remove(key);
                store.write(all());
            }
        }
    }

    /** Follows a job that was renamed or moved, so that the runs of its builds are not taken for abandoned ones. */
    synchronized void moved(String from, String to) throws IOException {
        List<RunEntry> before = all();
        entries.replaceAll((key, entry) -> entry.moved(from, to));
        leftOvers.moved(from, to);
        ended.moved(from, to);
        List<RunEntry> after = all();
        if (!after.equals(before)) {
            store.write(after);
        }
    }

    private List<RunEntry> all() {
        Stream<RunEntry> over = Stream.concat(leftOvers.entries().stream(), ended.entries().stream());
        return Stream.concat(entries.values().stream(), over.distinct()).toList();
    }

    /** Returns the ended runs that may have left objects on the server. */
    synchronized List<RunEntry> leftOvers() {
        return List.copyOf(leftOvers.entries());
    }

    /** Returns whether the account may see what runs have left on the server. */
    synchronized boolean mayHaveLeftOvers(AccountId account) {
        return store.wasSetAside() || leftOvers.contains(account);
    }

    /** Deletes the ended runs that, as the search has shown, have nothing left on the server. */
    synchronized void searched(LeftOverRuns.Search search) throws IOException {
        if (leftOvers.update(search)) {
            store.write(all());
        }
    }

    private @Nullable RunEntry claimant(RunType kind, String resultId, String exceptKey) {
        return Stream.concat(entries.values().stream(), ended.entries().stream())
                .filter(entry -> entry.claims(kind, resultId))
                .filter(entry -> !entry.owner().key().equals(exceptKey))
                .findFirst()
                .orElse(null);
    }

    /** Returns whether another run owns that result. */
    synchronized boolean claimed(RunType kind, String resultId, String exceptKey) {
        return claimant(kind, resultId, exceptKey) != null;
    }

    /** Returns another run that may have launched the same object, so that a new result could belong to it. */
    synchronized Optional<RunEntry> otherInDoubt(RunEntry entry) {
        return entries.values().stream()
                .filter(other -> other.state().inDoubt())
                .filter(other -> !other.owner().key().equals(entry.owner().key()))
                .filter(other -> other.subjectKey().equals(entry.subjectKey()))
                .findFirst();
    }

    /** Returns whether the definition with this mark belongs to a run that still needs it. */
    synchronized boolean isOwnerTagInUse(ScanOwnerTag mark) {
        return entries.values().stream()
                .map(RunEntry::state)
                .filter(state -> state.phase() != RunState.Phase.CLEANING_UP)
                .anyMatch(state -> mark.equals(state.ownerTag()));
    }

    /**
     * Requests the turn of a run to launch. While it has the turn, no other run launches the same object, and no other
     * launch of that object is unconfirmed.
     *
     * @param granted called once, possibly immediately, unless the turn is given up first; must not block
     * @return whether it was called immediately
     */
    boolean takeTurn(RunEntry entry, Runnable granted) {
        List<Runnable> due;
        synchronized (this) {
            turns.enqueue(entry, granted);
            due = turns.grant(this::inDoubt);
        }
        due.forEach(Runnable::run);
        return due.contains(granted);
    }

    /** Gives up the turn of a run, or its place in the queue. */
    void leaveTurn(String key) {
        synchronized (this) {
            turns.leave(key);
        }
        grantTurns();
    }

    private void grantTurns() {
        List<Runnable> granted;
        synchronized (this) {
            granted = turns.grant(this::inDoubt);
        }
        granted.forEach(Runnable::run);
    }

    private boolean inDoubt(String subject, String exceptKey) {
        return entries.values().stream()
                .filter(entry -> entry.state().inDoubt())
                .filter(entry -> !entry.owner().key().equals(exceptKey))
                .anyMatch(entry -> entry.subjectKey().equals(subject));
    }
}
