package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.Watcher.Watched;
import java.time.Instant;

/** The part of a run in which it is polled. */
final class Wait implements Watcher.Observer<ScanResult> {

    /** How a wait ends, and what it says on the way. */
    interface Outcome {
        void log(String line);

        void done(ScanResult result);

        void timedOut();

        void failed(Exception problem);
    }

    private final Crew crew;
    private final Target target;
    private final Watched<ScanResult> watched;
    private final ScanWatch watch;
    private final ProgressLog progress;
    private final Outcome outcome;
    private volatile String status;

    Wait(Crew crew, Target target, ScanWatch watch, RunState state, Outcome outcome) {
        this.crew = crew;
        this.target = target;
        this.watched = new Watched<>(state.scanResultId(), state.startedAt(), target.pollInterval(), this);
        this.watch = watch;
        this.progress = new ProgressLog(state.startedAt());
        this.outcome = outcome;
        this.status = "scan result " + state.scanResultId();
    }

    void begin() {
        crew.scanResults().add(target.endpoint(), target.login(), watched);
    }

    void cancel() {
        crew.scanResults().remove(target.endpoint(), target.login(), watched);
    }

    String status() {
        return status;
    }

    @Override
    public boolean polled(ScanResult result) {
        progress.recovery().ifPresent(outcome::log);
        status = "scan result " + result.id() + ": " + progress.describe(result);
        progress.line(result, crew.clock().instant()).ifPresent(outcome::log);
        try {
            ScanWatch.Verdict verdict = watch.observe(result, crew.clock().instant());
            watch.remark().ifPresent(outcome::log);
            return follow(verdict, result);
        } catch (ScanFailedException e) {
            outcome.failed(e);
            return false;
        }
    }

    @Override
    public boolean missed(SecurityCenterException e) {
        Instant now = crew.clock().instant();
        try {
            ScanWatch.Verdict verdict = watch.missed(e, now);
            progress.trouble(Patience.tryingOn(e), now).ifPresent(outcome::log);
            return follow(verdict, null);
        } catch (SecurityCenterException last) {
            outcome.failed(last);
            return false;
        }
    }

    private boolean follow(ScanWatch.Verdict verdict, ScanResult result) {
        switch (verdict) {
            case DONE -> outcome.done(result);
            case TIMED_OUT -> outcome.timedOut();
            case CONTINUE -> {
                return true;
            }
        }
        return false;
    }
}
