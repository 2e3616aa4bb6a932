package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.model.ScanState;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Writes to the build log what happens while findings are read. */
final class ReadLog {

    private static final String INCONSISTENT = " because the responses of SecurityCenter are inconsistent: ";

    private final PrintStream log;
    private final InstantSource clock;
    private final ReadProgressLog progress;

    ReadLog(PrintStream log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        progress = new ReadProgressLog(clock.instant());
    }

    /** Returns the consumer of the states for which the reading of a scan result waits. */
    static Consumer<ScanState> waiting(PrintStream log, AnalysisQuery query) {
        return state -> log.println(
                "Waiting until scan result " + query.scanResultId() + " is imported (status " + state.text() + ")");
    }

    /** @param server the name of the server */
    void begin(String server, AnalysisQuery query) {
        log.println("Reading " + what(query) + " from SecurityCenter \"" + server + "\"");
    }

    private static String what(AnalysisQuery query) {
        String filters = query.filters().isEmpty()
                ? ""
                : " with filters " + String.join(", ", query.filters().keySet());
        return switch (query.source()) {
            case INDIVIDUAL -> "the findings of scan result " + query.scanResultId() + filters;
            case CUMULATIVE -> "the cumulative findings" + filters;
            case PATCHED -> "the mitigated findings" + filters;
        };
    }

    void page(long read, OptionalLong total) {
        progress.line(read, total, clock.instant()).ifPresent(log::println);
    }

    void findingsRestarted(String reason) {
        log.println("Reading the findings again" + INCONSISTENT + reason);
    }

    void hostsRestarted(String reason) {
        log.println("Reading the hosts again" + INCONSISTENT + reason);
    }

    void malformedRows(MalformedRows rows) {
        if (rows.odd() > 0) {
            log.println("Warning: " + rows(rows.odd()) + " had bytes that are not valid UTF-8, or characters that"
                    + " JSON does not allow; invalid bytes are shown as \uFFFD");
        }
        if (rows.cut() > 0) {
            log.println("Warning: " + rows(rows.cut()) + " had text longer than 1 MB, which was truncated");
        }
    }

    private static String rows(long count) {
        return Digits.counted(count, "row");
    }

    /** @param missing the number of hosts that the server counts but did not send */
    void missingHosts(long missing) {
        if (missing > 0) {
            log.println("SecurityCenter did not send " + Digits.grouped(missing) + " of the scanned hosts that it"
                    + " counts; missing findings on these hosts count as not scanned");
        }
    }

    /** @param dropped the number of findings that were too old or too many */
    void droppedFindings(long dropped) {
        if (dropped > 0) {
            log.println("Dropped " + Digits.grouped(dropped)
                    + " findings of hosts that are no longer scanned: last seen more than 365 days ago, or beyond"
                    + " the number of findings to keep");
        }
    }
}
