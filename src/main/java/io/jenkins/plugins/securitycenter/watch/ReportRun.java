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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has one report made for one build and waits for it. Like a {@link ScanRun} it launches once, holds no thread while it
 * waits, and goes on from its stored state after a restart. A report that is being made cannot be stopped.
 */
public final class ReportRun {

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

    /** Begins, or goes on after a restart; returns at once. */
    public void start() {
        crew.executor().execute(() -> step(FIRST));
    }

    /** Where the report stands, for people: "report 9: Running, 45 %". */
    public String status() {
        return status;
    }

    /** Ends the wait, which then tells nothing more. */
    public void abort() {
        if (ended.compareAndSet(false, true)) {
            server.close();
        }
    }

    private void step(Duration wait) {
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
        if (state.phase() == RunState.Phase.NEW) {
            save(launch.prepare(server, now()));
            if (ended.get()) {
                return;
            }
            save(launch.launch(server, state));
            events.log("Launched " + name() + ": report " + state.scanResultId() + ".");
        } else {
            save(launch.find(server, state).orElseThrow(this::lost));
            events.log("Found after the restart what had been launched before it: report " + state.scanResultId());
        }
    }

    private boolean arrived() throws IOException, InterruptedException {
        Report report = new Reports(server).get(state.scanResultId());
        status = "report " + report.id() + ": " + report.status()
                + (report.steps().percent().isPresent()
                        ? ", " + report.steps().percent().getAsInt() + " %"
                        : "");
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
            throw new ScanFailedException("The " + name() + " was not completed within "
                    + order.timeout().toMinutes() + " minutes.");
        }
        return false;
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
        boolean lastWord = e instanceof RefusedException && !e.passing() && !e.notProcessed();
        if (failingSince == null) {
            failingSince = now();
        }
        boolean patient = now().isBefore(failingSince.plus(ScanWatch.PATIENCE));
        if (state.phase() == RunState.Phase.NEW
                || lastWord
                || e instanceof LoginException && !e.passing()
                || !patient) {
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
