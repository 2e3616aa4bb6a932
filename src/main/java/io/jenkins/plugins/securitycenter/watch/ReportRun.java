package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has one report made for one build and waits for it. Like a {@link ScanRun} it launches once, holds no thread while it
 * waits, and goes on from its stored state after a restart.
 */
public final class ReportRun implements Waiting {

    private final Crew crew;
    private final Target target;
    private final ReportOrder order;
    private final ReportEvents events;
    private final Start start;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile RunState state;
    private volatile ReportWait wait;

    /** @param state {@link RunState#fresh()}, or the last one that {@link ReportEvents#saved} got before a restart */
    public ReportRun(Crew crew, Target target, ReportOrder order, RunState state, ReportEvents events) {
        this.crew = crew;
        this.target = target;
        this.order = order;
        this.state = state;
        this.events = events;
        this.start = new Start(crew, target, new ReportLaunch(crew.results(), order), new Steps());
    }

    @Override
    public void start() {
        start.begin();
    }

    /** Where the report stands, for people: "report 9: Running, 45 %". */
    @Override
    public String status() {
        ReportWait present = wait;
        return present == null ? "preparing report \"" + order.definition() + "\"" : present.status();
    }

    /** Ends the wait, and if so ordered deletes the report. */
    @Override
    public CompletableFuture<Void> abort() {
        boolean first = ended.compareAndSet(false, true);
        if (wait != null) {
            wait.cancel();
        }
        if (first) {
            start.abandon().thenRunAsync(this::leave, crew.executor());
        }
        return over;
    }

    private void leave() {
        if (order.deleteOnAbort() && !state.scanResultId().isEmpty()) {
            delete();
        }
        over.complete(null);
    }

    private void delete() {
        try (SecurityCenter server = crew.sessions().open(target.endpoint(), target.login())) {
            new Reports(server).delete(state.scanResultId());
            events.log("Deleted report " + state.scanResultId() + ".");
        } catch (SecurityCenterException e) {
            events.log(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Exception problem) {
        if (ended.compareAndSet(false, true)) {
            events.failed(problem);
            over.complete(null);
        }
    }

    /** How the report comes to its build. */
    private final class Steps implements Start.Run, ReportWait.Outcome {

        @Override
        public RunState state() {
            return state;
        }

        @Override
        public boolean ended() {
            return ended.get();
        }

        @Override
        public void saved(RunState next) {
            state = next;
            events.saved(next);
        }

        @Override
        public void log(String line) {
            if (!ended.get()) {
                events.log(line);
            }
        }

        @Override
        public Instant now() {
            return crew.clock().instant();
        }

        @Override
        public void begun(SecurityCenter server) {
            ReportWait begins = new ReportWait(crew, target, order, state, this);
            wait = begins;
            begins.begin();
            if (ended.get()) {
                begins.cancel();
            }
        }

        /** Takes a session before the one of the polls ends; a download must not hold up the polls of others. */
        @Override
        public void done(Report report) {
            if (ended.compareAndSet(false, true)) {
                SecurityCenter server = crew.sessions().open(target.endpoint(), target.login());
                crew.executor().execute(() -> handOver(server, report));
            }
        }

        private void handOver(SecurityCenter server, Report report) {
            try (server) {
                events.finished(server, report);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                events.failed(e);
            } catch (IOException | RuntimeException e) {
                events.failed(e);
            }
            over.complete(null);
        }

        @Override
        public void timedOut(ScanFailedException problem) {
            if (ended.compareAndSet(false, true)) {
                crew.executor().execute(() -> {
                    leave();
                    events.failed(problem);
                });
            }
        }

        @Override
        public void failed(Exception problem) {
            fail(problem);
        }
    }
}
