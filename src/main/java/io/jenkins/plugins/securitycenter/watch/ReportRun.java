package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.LoginException;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has one report made for one build and waits for it. Like a {@link ScanRun} it launches once, holds no thread while it
 * waits, and goes on from its stored state after a restart.
 */
public final class ReportRun implements Waiting {

    private static final Duration FIRST = Duration.ofSeconds(2);

    private final Crew crew;
    private final Target target;
    private final ReportOrder order;
    private final ReportEvents events;
    private final ReportLaunch launch;
    private final SecurityCenter server;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile RunState state;
    private volatile String status;
    private String stage = "";
    private Instant failingSince;

    /** @param state {@link RunState#fresh()}, or the last one that {@link ReportEvents#saved} got before a restart */
    public ReportRun(Crew crew, Target target, ReportOrder order, RunState state, ReportEvents events) {
        this.crew = crew;
        this.target = target;
        this.order = order;
        this.state = state;
        this.events = events;
        this.launch = new ReportLaunch(order, crew.pause());
        this.server = crew.sessions().open(target.endpoint(), target.login());
        this.status = "preparing report \"" + order.definition() + "\"";
    }

    @Override
    public void start() {
        if (state.phase() == RunState.Phase.WAITING) {
            events.log("Waiting on after the restart for report " + state.scanResultId() + ".");
        }
        crew.executor().execute(() -> step(FIRST));
    }

    /** Where the report stands, for people: "report 9: Running, 45 %". */
    @Override
    public String status() {
        return status;
    }

    /** Ends the wait, and if so ordered deletes the report. */
    @Override
    public CompletableFuture<Void> abort() {
        boolean first = ended.compareAndSet(false, true);
        return CompletableFuture.runAsync(() -> leave(first), crew.executor());
    }

    /** Comes when no step is under way. */
    private synchronized void leave(boolean first) {
        if (first) {
            deleteIfOrdered();
            server.close();
        }
    }

    private synchronized void step(Duration wait) {
        if (ended.get()) {
            return;
        }
        try {
            if (state.phase() != RunState.Phase.WAITING) {
                begin();
            } else if (arrived()) {
                return;
            }
            failingSince = null;
            again(wait);
        } catch (SecurityCenterException e) {
            missed(e, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new ScanFailedException("The wait for report \"" + order.definition() + "\" was interrupted.", e));
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private void begin() throws IOException, InterruptedException {
        if (state.phase() == RunState.Phase.LAUNCHING) {
            save(launch.find(server, state).orElseThrow(this::lost));
            events.log("Found after the restart what had been launched before it: report " + state.scanResultId());
            return;
        }
        save(launch.prepare(server, now()));
        if (!ended.get()) {
            save(launch.launch(server, state));
            events.log("Launched " + name() + ": report " + state.scanResultId() + ".");
        }
    }

    private boolean arrived() throws IOException, InterruptedException {
        Report report = new Reports(server).get(state.scanResultId());
        tell(report);
        if (report.completed()) {
            if (ended.compareAndSet(false, true)) {
                finish(report);
            }
            return true;
        }
        if (report.ended()) {
            throw new ScanFailedException("The " + name() + " ended as " + report.status()
                    + (report.problem().isEmpty() ? "." : ": " + report.problem()));
        }
        if (!order.timeout().isZero() && !now().isBefore(state.startedAt().plus(order.timeout()))) {
            deleteIfOrdered();
            throw new ScanFailedException("The " + name() + " was not completed within "
                    + order.timeout().toMinutes() + " minutes.");
        }
        return false;
    }

    private void tell(Report report) {
        OptionalInt percent = report.steps().percent();
        status = "report " + report.id() + ": " + report.status()
                + (percent.isPresent() ? ", " + percent.getAsInt() + " %" : "");
        if (failingSince != null) {
            events.log("The server answers again.");
        }
        if (!report.status().equals(stage)) {
            events.log("Report " + report.id() + ": " + report.status());
            stage = report.status();
        }
    }

    private void finish(Report report) {
        try (server) {
            events.finished(server, report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            events.failed(e);
        } catch (IOException | RuntimeException e) {
            events.failed(e);
        }
    }

    private void missed(SecurityCenterException e, Duration wait) {
        boolean begins = state.phase() == RunState.Phase.NEW;
        boolean lastWord = e instanceof RefusedException && !e.passing() && !e.notProcessed();
        boolean locked = e instanceof LoginException && !e.passing();
        if (failingSince == null && !begins && !lastWord && !locked) {
            failingSince = now();
            events.log(e.getMessage() + " Trying on for up to " + ScanWatch.PATIENCE.toMinutes() + " minutes.");
        }
        if (begins || lastWord || locked || !now().isBefore(failingSince.plus(ScanWatch.PATIENCE))) {
            fail(e);
        } else {
            again(wait);
        }
    }

    private void again(Duration wait) {
        Duration longest = target.pollInterval();
        Duration next = wait.compareTo(longest) < 0 ? wait : longest;
        Duration after = next.multipliedBy(3).dividedBy(2);
        crew.executor().schedule(() -> step(after), next.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void deleteIfOrdered() {
        if (!order.deleteOnAbort() || state.scanResultId().isEmpty()) {
            return;
        }
        try {
            new Reports(server).delete(state.scanResultId());
            events.log("Deleted report " + state.scanResultId() + ".");
        } catch (SecurityCenterException e) {
            events.log(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void save(RunState next) {
        state = next;
        events.saved(next);
    }

    private void fail(Exception problem) {
        if (ended.compareAndSet(false, true)) {
            server.close();
            events.failed(problem);
        }
    }

    private ScanFailedException lost() {
        return new ScanFailedException(
                "The " + name() + " was about to be launched when Jenkins stopped, and no new one is"
                        + " found; it is not launched again, start the build again.");
    }

    private String name() {
        return "report \"" + state.scanName() + "\" on SecurityCenter \""
                + target.endpoint().name() + "\"";
    }

    private Instant now() {
        return crew.clock().instant();
    }
}
