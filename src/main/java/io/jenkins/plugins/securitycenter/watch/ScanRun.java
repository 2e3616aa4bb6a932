package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.LoginException;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One run of a scan for one build: looks the scan up or makes it, launches it once (or imports a file instead), waits for
 * it and its import. It holds no thread while it waits, and goes on from its stored {@link RunState} after a restart.
 */
public final class ScanRun implements Waiting {

    private final Crew crew;
    private final Target target;
    private final ScanOrder order;
    private final Events events;
    private final Beginning beginning;
    private final Farewell farewell;
    private final Outcome outcome;
    private final Start start;
    private volatile Wait wait;

    /** @param state {@link RunState#fresh()}, or the last one that {@link Events#saved} got before a restart */
    public ScanRun(Crew crew, Target target, ScanOrder order, RunState state, Events events) {
        this(crew, target, new Launch(crew.results(), order), state, events);
    }

    private ScanRun(Crew crew, Target target, Beginning beginning, RunState state, Events events) {
        this.crew = crew;
        this.target = target;
        this.beginning = beginning;
        this.order = beginning.order();
        this.events = events;
        this.outcome = new Outcome(state);
        this.farewell = new Farewell(crew, target, beginning, events);
        this.start = new Start(crew, target, beginning, outcome);
    }

    /** A run of a scan that is made for it, and removed at its end however it ends. */
    public static ScanRun onDemand(Crew crew, Target target, OnDemandOrder order, RunState state, Events events) {
        return new ScanRun(crew, target, new OnDemand(crew, order, state), state, events);
    }

    /** A run whose scan result comes from a file instead of a scan; it ends when the file is imported. */
    public static ScanRun ofImport(Crew crew, Target target, ImportOrder order, RunState state, Events events) {
        return new ScanRun(crew, target, new Import(crew.results(), order), state, events);
    }

    @Override
    public void start() {
        start.begin();
    }

    /** Where the run stands, for people: "scan result 8: Running, 45 %". */
    @Override
    public String status() {
        Wait present = wait;
        return present == null ? "preparing " + beginning.noun() + " \"" + order.scan() + "\"" : present.status();
    }

    /**
     * Ends the run, which then tells nothing more. If so ordered, the scan is stopped on the server. One that was not
     * started, as it was to go on after a restart, is ended too.
     *
     * @return done when the server was told, or could not be told
     */
    @Override
    public CompletableFuture<Void> abort() {
        boolean first = outcome.end();
        if (wait != null) {
            wait.cancel();
        }
        CompletableFuture<Void> begun = start.abandon();
        return first ? begun.thenRunAsync(() -> farewell.early(outcome.state()), crew.executor()) : begun;
    }

    private void watch() {
        Wait begins = new Wait(
                crew,
                target,
                new ScanWatch(target.endpoint(), beginning.title(), order, outcome.state()),
                outcome.state(),
                outcome);
        wait = begins;
        begins.begin();
        if (outcome.ended()) {
            begins.cancel();
        }
    }

    private void finish(ScanResult result) {
        if (outcome.end()) {
            if (result.state().scanEnded()) {
                ScanEnd.lines(
                                beginning.title() + " \"" + outcome.state().scanName() + "\"",
                                result,
                                target.endpoint().pageOfScanResult(result.id()),
                                findings(result))
                        .forEach(events::log);
            }
            if (farewell.tidy(outcome.state())) {
                events.finished(result);
            }
        }
    }

    /** The session of the polls is still open, so this costs one small call. Others wait for the next poll meanwhile. */
    private Optional<Totals> findings(ScanResult result) {
        if (!result.state().imported()) {
            return Optional.empty();
        }
        try (SecurityCenter server = crew.sessions().open(target.endpoint(), target.login())) {
            return Optional.of(server.analysis().presentTotals(AnalysisQuery.ofScanResult(result.id())));
        } catch (SecurityCenterException e) {
            events.log(
                    e instanceof RefusedException refused && refused.noData()
                            ? "No findings can be read: there are none, or the server is not ready yet."
                            : "The numbers of findings are not known: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void fail(Exception problem) {
        if (outcome.end() && (problem instanceof LoginException || farewell.tidy(outcome.state()))) {
            // without a login nothing can be tidied, and a second attempt might lock the account
            events.failed(problem);
        }
    }

    private String late(RunState state) {
        return beginning.title() + " " + beginning.described(target.endpoint(), state) + " was not " + beginning.goal()
                + " within " + order.timeout().toMinutes() + " minutes"
                + (order.stopOnAbort() ? "; it was told to stop." : "; it runs on.") + " See "
                + target.endpoint().pageOfScanResult(state.scanResultId());
    }

    private final class Outcome extends RunSteps implements Wait.Outcome {

        Outcome(RunState state) {
            super(crew.clock(), events, state);
        }

        @Override
        public void begun(SecurityCenter server) throws SecurityCenterException, InterruptedException {
            if (order.waitFor() == WaitFor.LAUNCHED) {
                finish(server.scanResults().get(state().scanResultId()));
            } else {
                watch();
            }
        }

        @Override
        public void done(ScanResult result) {
            finish(result);
        }

        @Override
        public void failed(Exception problem) {
            fail(problem);
        }

        @Override
        public void timedOut() {
            if (end()) {
                crew.executor().execute(() -> {
                    farewell.early(state());
                    events.failed(new ScanFailedException(late(state())));
                });
            }
        }
    }
}
