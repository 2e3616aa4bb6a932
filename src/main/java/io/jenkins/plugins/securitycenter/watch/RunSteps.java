package io.jenkins.plugins.securitycenter.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where a run stands, and what it tells as long as somebody waits for it. */
abstract class RunSteps implements Start.Run {

    private final InstantSource clock;
    private final Notices notices;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile RunState state;

    RunSteps(InstantSource clock, Notices notices, RunState state) {
        this.clock = clock;
        this.notices = notices;
        this.state = state;
    }

    /** Ends it; returns whether it had not ended. */
    final boolean end() {
        return ended.compareAndSet(false, true);
    }

    @Override
    public final boolean ended() {
        return ended.get();
    }

    @Override
    public final RunState state() {
        return state;
    }

    @Override
    public final void saved(RunState next) {
        state = next;
        notices.saved(next);
    }

    @Override
    public final void log(String line) {
        if (!ended()) {
            notices.log(line);
        }
    }

    @Override
    public final Instant now() {
        return clock.instant();
    }
}
