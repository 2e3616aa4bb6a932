package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Counts what the plugin does with servers, and passes it on to other listeners. Thread-safe. */
public final class ActivityCounter implements ActivityListener {

    private static final Logger LOGGER = Logger.getLogger(ActivityCounter.class.getName());

    /** A counter whose numbers nobody reads. */
    public static final ActivityListener NONE = new ActivityCounter();

    /**
     * The numbers since the start.
     *
     * @param requests the number of requests, repetitions included
     * @param failures how many of them failed or were rejected
     * @param repetitions how many of them repeated another one
     * @param polls the number of polls of results
     * @param findings the number of findings that were read
     */
    public record Counts(long requests, long failures, long repetitions, long polls, long findings) {}

    private final Supplier<? extends List<? extends ActivityListener>> others;
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder repetitions = new LongAdder();
    private final LongAdder polls = new LongAdder();
    private final LongAdder findings = new LongAdder();

    /** Creates a counter that passes nothing on. */
    public ActivityCounter() {
        this(List::of);
    }

    /** @param others returns the current listeners, so that none is kept after it is gone */
    public ActivityCounter(Supplier<? extends List<? extends ActivityListener>> others) {
        this.others = others;
    }

    /** Returns the current numbers. */
    public Counts counts() {
        return new Counts(requests.sum(), failures.sum(), repetitions.sum(), polls.sum(), findings.sum());
    }

    @Override
    public void requested() {
        requests.increment();
        tell(ActivityListener::requested);
    }

    @Override
    public void failed() {
        failures.increment();
        tell(ActivityListener::failed);
    }

    @Override
    public void repeated() {
        repetitions.increment();
        tell(ActivityListener::repeated);
    }

    @Override
    public void polled(Duration duration) {
        polls.increment();
        tell(listener -> listener.polled(duration));
    }

    @Override
    public void findingsRead(long count) {
        findings.add(count);
        tell(listener -> listener.findingsRead(count));
    }

    /** A listener that fails must not fail the request that it is told of. */
    private void tell(Consumer<ActivityListener> event) {
        try {
            others.get().forEach(event);
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "A listener of requests failed", e);
        }
    }
}
