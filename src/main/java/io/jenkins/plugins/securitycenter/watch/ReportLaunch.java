package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ReportDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Launches a report exactly once; when the answer is lost, the new report is looked for instead. */
final class ReportLaunch implements Beginning {

    /** Tolerates a server clock that is wrong by up to a day, and keeps the lists short. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final NewResults results;
    private final ReportOrder order;

    ReportLaunch(NewResults results, ReportOrder order) {
        this.results = results;
        this.order = order;
    }

    @Override
    public ScanOrder order() {
        return new ScanOrder(order.definition(), WaitFor.COMPLETED, order.timeout(), false);
    }

    /** Notes which definition is to be launched and which reports are there before. */
    @Override
    public RunState prepare(SecurityCenter server, RunState state, Steps steps)
            throws SecurityCenterException, InterruptedException {
        Reports reports = new Reports(server);
        ReportDefinition definition = reports.definition(order.definition());
        long newest = reports.createdSince(steps.now().minus(LOOK_BACK)).stream()
                .mapToLong(report -> NewResults.number(report.id()))
                .max()
                .orElse(-1);
        return RunState.fresh().launching(definition.id(), definition.name(), newest, steps.now());
    }

    @Override
    public RunState begin(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        ReportDefinition definition = new ReportDefinition(state.scanId(), state.scanName(), "", "");
        try {
            return state.waitingFor(new Reports(server).launch(definition).id());
        } catch (SecurityCenterException e) {
            if (e instanceof RefusedException || e.notProcessed()) {
                throw ScanFailedException.lastWord(e);
            }
            return results.await(NewResults.PAUSES, () -> find(server, state), e)
                    .orElseThrow(() -> new ScanFailedException(
                            e.getMessage() + " No new report was found, and it is not launched again, since the server"
                                    + " may have received the launch.",
                            e));
        }
    }

    @Override
    public Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        List<Report> candidates = new Reports(server)
                .createdSince(state.startedAt().minus(LOOK_BACK)).stream()
                        .filter(report -> NewResults.number(report.id()) > state.newestKnownResult())
                        .filter(report -> report.definitionId().equals(state.scanId()))
                        .toList();
        if (candidates.size() > 1) {
            throw new ScanFailedException("Report \"" + state.scanName() + "\" on SecurityCenter \""
                    + server.endpoint().name()
                    + "\" was launched several times at the same moment, so it cannot be told which one belongs to this"
                    + " build; start the build again.");
        }
        return candidates.stream().findFirst().map(report -> state.waitingFor(report.id()));
    }

    @Override
    public String noun() {
        return "report";
    }

    @Override
    public String fruit() {
        return "report";
    }

    @Override
    public String begun(Endpoint endpoint, RunState state) {
        return "report " + described(endpoint, state) + ": report " + state.scanResultId() + ".";
    }

    @Override
    public String done() {
        return "Launched";
    }
}
