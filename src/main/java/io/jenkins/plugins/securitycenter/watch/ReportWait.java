package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.watch.Watcher.Watched;
import java.time.Instant;
import java.util.OptionalInt;

/** The part of the making of a report in which it is polled. */
final class ReportWait implements Watcher.Observer<Report> {

    /** How a wait ends, and what it says on the way. */
    interface Outcome {

        void log(String line);

        Instant now();

        void done(Report report);

        void timedOut(ScanFailedException problem);

        void failed(Exception problem);
    }

    private final Crew crew;
    private final Target target;
    private final ReportOrder order;
    private final RunState state;
    private final Outcome outcome;
    private final Watched<Report> watched;
    private final Patience patience = new Patience();
    private final UnknownWords unknownWords = new UnknownWords();
    private volatile String status;
    private String stage = "";

    ReportWait(Crew crew, Target target, ReportOrder order, RunState state, Outcome outcome) {
        this.crew = crew;
        this.target = target;
        this.order = order;
        this.state = state;
        this.outcome = outcome;
        this.watched = new Watched<>(state.scanResultId(), state.startedAt(), target.pollInterval(), this);
        this.status = "report " + state.scanResultId();
    }

    void begin() {
        crew.reports().add(target.endpoint(), target.login(), watched);
    }

    void cancel() {
        crew.reports().remove(target.endpoint(), target.login(), watched);
    }

    String status() {
        return status;
    }

    @Override
    public boolean polled(Report report) {
        if (patience.restored()) {
            outcome.log("The server answers again.");
        }
        tell(report);
        if (report.completed()) {
            outcome.done(report);
        } else if (report.ended()) {
            outcome.failed(new ScanFailedException("The " + name() + " ended as " + report.status()
                    + (report.problem().isEmpty() ? "." : ": " + report.problem())));
        } else {
            return inTime();
        }
        return false;
    }

    private void tell(Report report) {
        OptionalInt percent = report.steps().percent();
        status = "report " + report.id() + ": " + report.status()
                + (percent.isPresent() ? ", " + percent.getAsInt() + " %" : "");
        if (!report.status().equals(stage)) {
            outcome.log("Report " + report.id() + ": " + report.status());
            if (!report.known()) {
                unknownWords
                        .first("Status", report.status(), "report " + report.id())
                        .ifPresent(outcome::log);
            }
            stage = report.status();
        }
    }

    @Override
    public boolean missed(SecurityCenterException e) {
        try {
            if (patience.strained(e, outcome.now())) {
                outcome.log(Patience.tryingOn(e));
            }
            return inTime();
        } catch (SecurityCenterException last) {
            outcome.failed(last);
            return false;
        }
    }

    private boolean inTime() {
        if (order.timeout().isZero() || outcome.now().isBefore(state.startedAt().plus(order.timeout()))) {
            return true;
        }
        outcome.timedOut(new ScanFailedException(
                "The " + name() + " was not completed within " + order.timeout().toMinutes() + " minutes."));
        return false;
    }

    private String name() {
        return "report \"" + state.scanName() + "\" on SecurityCenter \""
                + target.endpoint().name() + "\"";
    }
}
