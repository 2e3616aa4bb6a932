package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.resource.ReportDefinition;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.ReportTracker;
import io.jenkins.plugins.securitycenter.watch.poll.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends the requests that generate a report. */
final class ReportLauncher implements Launcher<Report> {

    private final ReportOptions options;
    private final InstantSource clock;

    ReportLauncher(ReportOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public RunType type() {
        return RunType.REPORT;
    }

    @Override
    public Duration timeout() {
        return options.timeout();
    }

    @Override
    public boolean stopOnAbort() {
        return options.deleteOnAbort();
    }

    @Override
    public String name() {
        return options.definition();
    }

    @Override
    public RunMessages messages(Endpoint endpoint) {
        return new RunMessages(endpoint, "report", "report", "launched", "completed");
    }

    @Override
    public RunEvent.Prepared prepare(SecurityCenter server, String account, Consumer<String> log, Instant now)
            throws SecurityCenterException, InterruptedException {
        ReportDefinition definition = new Reports(server).definition(options.definition());
        return new RunEvent.Prepared(definition.id(), definition.name(), account, now);
    }

    @Override
    public long newestResult(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        return new Reports(server)
                .createdSince(server.now(clock).minus(NewResultFinder.LONGER_LOOK_BACK)).stream()
                        .mapToLong(report -> NewResultFinder.number(report.id()))
                        .max()
                        .orElse(-1);
    }

    @Override
    public Optional<String> launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        ReportDefinition definition = new ReportDefinition(state.subjectId(), state.subjectName(), "", "");
        return Optional.of(new Reports(server).launch(definition).id());
    }

    @Override
    public List<String> newResults(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        Duration ago = Duration.between(state.startedAt(), clock.instant());
        Instant since = server.now(clock).minus(ago).minus(NewResultFinder.LOOK_BACK);
        List<Report> reports = new Reports(server)
                .createdSince(since).stream()
                        .filter(report -> NewResultFinder.number(report.id()) > state.newestKnownResultId())
                        .filter(report -> report.definitionId().equals(state.subjectId()))
                        .toList();
        if (reports.stream().allMatch(report -> report.creator().isEmpty())) {
            return reports.stream().map(Report::id).toList();
        }
        String account = server.currentUser().id();
        return reports.stream()
                .filter(report -> !NewResultFinder.isOther(report.creator(), account))
                .map(Report::id)
                .toList();
    }

    @Override
    public String stop(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        Reports reports = new Reports(server);
        if (!reports.get(state.resultId()).mayBeOf(state.subjectId())) {
            return "Did not delete report " + state.resultId()
                    + ", because it belongs to another report definition; the server was probably replaced.";
        }
        reports.delete(state.resultId());
        return "Deleted report " + state.resultId() + ".";
    }

    @Override
    public PollRegistry<Report> polls(WatchServices services) {
        return services.reports();
    }

    @Override
    public Tracker<Report> progress(Endpoint endpoint, RunState state) {
        return new ReportTracker(messages(endpoint).subject(state.subjectName()), state.subjectId());
    }

    @Override
    public boolean transfers() {
        return true;
    }
}
