package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ReportDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Launches a report exactly once; when the answer is lost, the new report is looked for instead. */
final class ReportLaunch {

    /** Tolerates a server clock that is wrong by up to a day, and keeps the lists short. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private static final Duration APPEARANCE = Duration.ofSeconds(5);

    private final ReportOrder order;
    private final Pause pause;

    ReportLaunch(ReportOrder order, Pause pause) {
        this.order = order;
        this.pause = pause;
    }

    /** Notes which definition is to be launched and which reports are there before; to be stored before the launch. */
    RunState prepare(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
        Reports reports = new Reports(server);
        ReportDefinition definition = reports.definition(order.definition());
        long newest = reports.createdSince(now.minus(LOOK_BACK)).stream()
                .mapToLong(ReportLaunch::number)
                .max()
                .orElse(-1);
        return RunState.fresh().launching(definition.id(), definition.name(), newest, now);
    }

    RunState launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        ReportDefinition definition = new ReportDefinition(state.scanId(), state.scanName(), "", "");
        try {
            return state.waitingFor(new Reports(server).launch(definition).id());
        } catch (SecurityCenterException e) {
            if (e instanceof RefusedException || e.notProcessed()) {
                // said as the last word, since the wait would take it for an answer that may still come
                throw new ScanFailedException(e.getMessage(), e);
            }
            pause.of(APPEARANCE);
            return find(server, state)
                    .orElseThrow(() -> new ScanFailedException(
                            e.getMessage() + " No new report was found, and it is not launched again, since the server"
                                    + " may have received the launch.",
                            e));
        }
    }

    /**
     * Looks for the report that a launch may have begun.
     *
     * @throws ScanFailedException when several could be it
     */
    Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        List<Report> candidates = new Reports(server)
                .createdSince(state.startedAt().minus(LOOK_BACK)).stream()
                        .filter(report -> number(report) > state.newestKnownResult())
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

    private static long number(Report report) {
        try {
            return Long.parseLong(report.id());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
