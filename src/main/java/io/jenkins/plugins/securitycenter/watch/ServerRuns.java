package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this Jenkins on one server. Assigns results to runs, and gives runs their turn to launch. Changes are on
 * disk when a method returns. Thread-safe.
 */
public final class ServerRuns {

    private static final Logger LOGGER = Logger.getLogger(ServerRuns.class.getName());

    private record Waiter(String key, Runnable granted) {}

    private final RunFile store;
    private final Map<String, RunEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> turns = new HashMap<>();
    private final Map<String, Deque<Waiter>> queues = new HashMap<>();
    private final Set<String> attached = new HashSet<>();

    ServerRuns(RunFile store) {
        this.store = store;
        load();
    }

    private void load() {
        try {
            store.read().forEach(entry -> entries.put(entry.owner().key(), entry));
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    "Could not read the stored runs of a server; launches without a known result are abandoned.",
                    e);
            setAside();
        }
    }

    private void setAside() {
        try {
            LOGGER.log(Level.WARNING, "Moved the damaged file to {0}.", store.setAside());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not move the damaged file.", e);
        }
    }

    /** Returns the stored runs that nothing in this Jenkins currently manages. */
    public synchronized List<RunEntry> detached() {
        return entries.values().stream()
                .filter(entry -> !ended(entry))
                .filter(entry -> !attached.contains(entry.owner().key()))
                .toList();
    }

    /** Returns the runs that a build of this Jenkins waits for. */
    public synchronized List<RunEntry> waiting() {
        return entries.values().stream()
                .filter(entry -> attached.contains(entry.owner().key()))
                .filter(entry -> !ended(entry) && !cleansUp(entry))
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
        boolean deleted = ended(entry) && !entry.state().leftOver();
        RunEntry before = deleted ? entries.remove(key) : entries.put(key, entry);
        if (!entry.equals(before) && !(before == null && deleted)) {
            store.write(entries.values());
        }
    }

    /** Returns whether runs with these credentials may have left objects on the server. */
    synchronized boolean mayHaveLeftOvers(String credentialsId) {
        return store.wasSetAside() || leftOvers(credentialsId).findAny().isPresent();
    }

    /**
     * Deletes the runs with these credentials that have ended and left nothing on the server.
     *
     * @param remaining the tags of what they left
     */
    synchronized void keepLeftOvers(String credentialsId, Set<ScanOwnerTag> remaining) throws IOException {
        List<String> gone = leftOvers(credentialsId)
                .filter(entry -> !remaining.contains(entry.state().ownerTag()))
                .map(entry -> entry.owner().key())
                .toList();
        if (entries.keySet().removeAll(gone)) {
            store.write(entries.values());
        }
    }

    private Stream<RunEntry> leftOvers(String credentialsId) {
        return entries.values().stream()
                .filter(ServerRuns::ended)
                .filter(entry -> entry.owner().credentialsId().equals(credentialsId));
    }

    private static boolean ended(RunEntry entry) {
        return entry.state().phase() == RunState.Phase.ENDED;
    }

    private @Nullable RunEntry claimant(RunType kind, String resultId, String exceptKey) {
        return entries.values().stream()
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
                .filter(state -> state.phase() != RunState.Phase.CLEANING_UP && state.phase() != RunState.Phase.ENDED)
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
            queues.computeIfAbsent(entry.subjectKey(), unknown -> new ArrayDeque<>())
                    .add(new Waiter(entry.owner().key(), granted));
            due = grant();
        }
        due.forEach(Runnable::run);
        return due.contains(granted);
    }

    /** Gives up the turn of a run, or its place in the queue. */
    void leaveTurn(String key) {
        synchronized (this) {
            turns.values().remove(key);
            queues.values()
                    .forEach(queue -> queue.removeIf(waiter -> waiter.key().equals(key)));
        }
        grantTurns();
    }

    private void grantTurns() {
        List<Runnable> granted;
        synchronized (this) {
            granted = grant();
        }
        granted.forEach(Runnable::run);
    }

    private List<Runnable> grant() {
        List<Runnable> granted = new ArrayList<>();
        queues.forEach((subject, queue) -> {
            Waiter first = queue.peek();
            if (first != null && !turns.containsKey(subject) && !inDoubt(subject, first.key())) {
                turns.put(subject, queue.remove().key());
                granted.add(first.granted());
            }
        });
        queues.values().removeIf(Deque::isEmpty);
        return granted;
    }

    private boolean inDoubt(String subject, String exceptKey) {
        return entries.values().stream()
                .filter(entry -> entry.state().inDoubt())
                .filter(entry -> !entry.owner().key().equals(exceptKey))
                .anyMatch(entry -> entry.subjectKey().equals(subject));
    }
}
