package io.jenkins.plugins.securitycenter.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** The runs that launch the same object one after another, in the order in which they asked. Not thread-safe. */
final class LaunchTurns {

    private record Waiter(String key, Runnable granted) {}

    private final Map<String, String> turns = new HashMap<>();
    private final Map<String, Deque<Waiter>> queues = new HashMap<>();

    /** Adds a run to the queue of the object that it launches. */
    void enqueue(RunEntry entry, Runnable granted) {
        queues.computeIfAbsent(entry.subjectKey(), unknown -> new ArrayDeque<>())
                .add(new Waiter(entry.owner().key(), granted));
    }

    /** Gives up the turn of a run, or its place in the queue. */
    void leave(String key) {
        turns.values().remove(key);
        queues.values().forEach(queue -> queue.removeIf(waiter -> waiter.key().equals(key)));
    }

    /**
     * Gives the first run of each queue its turn, unless another has it, and returns what to call.
     *
     * @param inDoubt whether a launch of the object by another run than the one with that key is unconfirmed
     */
    List<Runnable> grant(BiPredicate<String, String> inDoubt) {
        List<Runnable> granted = new ArrayList<>();
        queues.forEach((subject, queue) -> {
            Waiter first = queue.peek();
            if (first != null && !turns.containsKey(subject) && !inDoubt.test(subject, first.key())) {
                turns.put(subject, queue.remove().key());
                granted.add(first.granted());
            }
        });
        queues.values().removeIf(Deque::isEmpty);
        return granted;
    }
}
