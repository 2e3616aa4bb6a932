package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

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
    private final Steps steps;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile ReportWait wait;

    /** @param state {@link RunState#fresh()}, or the last one that {@link ReportEvents#saved} got before a restart */
    public ReportRun(Crew crew, Target target, ReportOrder order, RunState state, ReportEvents events) {
        this.crew = crew;
        this.target = target;
        this.order = order;
        this.events = events;
        this.steps = new Steps(state);
        this.start = new Start(crew, target, new ReportLaunch(crew.results(), order), steps);
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
        boolean first = steps.end();
        if (wait != null) {
            wait.cancel();
        }
        if (first) {
            start.abandon().thenRunAsync(this::leave, crew.executor());
        }
        return over;
    }

    private void leave() {
        if (order.deleteOnAbort() && !steps.state().scanResultId().isEmpty()) {
            delete();
        }
        over.complete(null);
    }

    private void delete() {
        try (SecurityCenter server = crew.sessions().open(target.endpoint(), target.login())) {
            new Reports(server).delete(steps.state().scanResultId());
            events.log("Deleted report " + steps.state().scanResultId() + ".");
        } catch (SecurityCenterException e) {
            events.log(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Exception problem) {
        if (steps.end()) {
            events.failed(problem);
            over.complete(null);
        }
    }

    /** How the report comes to its build. */
    private final class Steps extends RunSteps implements ReportWait.Outcome {

        Steps(RunState state) {
            super(crew.clock(), events, state);
        }

        @Override
        public void begun(SecurityCenter server) {
            ReportWait begins = new ReportWait(crew, target, order, state(), this);
            wait = begins;
            begins.begin();
            if (ended()) {
                begins.cancel();
            }
        }

        /** Takes a session before the one of the polls ends; a download must not hold up the polls of others. */
        @Override
        public void done(Report report) {
            if (end()) {
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
            if (end()) {
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
