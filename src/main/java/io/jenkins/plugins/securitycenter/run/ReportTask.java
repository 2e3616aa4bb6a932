package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.watch.ReportEvents;
import io.jenkins.plugins.securitycenter.watch.ReportOrder;
import io.jenkins.plugins.securitycenter.watch.ReportRun;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.Waiting;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report that is made and downloaded.
 *
 * @param outputFile path in the workspace; empty for a name made of that of the report
 */
public record ReportTask(Connection connection, ReportOrder order, String outputFile) implements LongTask {

    private static final String PARAMETER = "outputFile";

    /** What happens to a report that is being made when the build is aborted or the time is up. */
    public enum OnAbort {
        LEAVE,
        DELETE
    }

    public ReportTask {
        outputFile = outputFile.trim();
        WorkspaceFile.check(PARAMETER, outputFile);
    }

    @Override
    public ReportTask within(@CheckForNull SessionScope scope) {
        return new ReportTask(connection.within(scope), order, outputFile);
    }

    @Override
    public ReportTask on(String server) {
        return new ReportTask(connection.to(server), order, outputFile);
    }

    @Override
    public Waiting prepare(Site site, RunState state, Outcome outcome) throws IOException, InterruptedException {
        if (state.phase() == RunState.Phase.NEW) {
            WorkspaceFile file = site.file(PARAMETER, outputFile);
            if (!outputFile.isEmpty()) {
                file.mustNotBeDirectory();
            }
        }
        return new ReportRun(Engine.get().crew(), site.target(), order, state, new ToOutcome(site, outcome));
    }

    private final class ToOutcome extends Relay implements ReportEvents {

        ToOutcome(Site site, Outcome outcome) {
            super(site, outcome);
        }

        @Override
        public void finished(SecurityCenter server, Report report) throws IOException, InterruptedException {
            String path = outputFile.isEmpty() ? report.fileName() : outputFile;
            long bytes = site().file(PARAMETER, path)
                    .receive(part -> new Reports(server).download(report, () -> new Wanted(part.open(), outcome())));
            outcome().log("Downloaded report " + report.id() + " to " + path + ", " + bytes + " bytes.");
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("reportId", report.id());
            answer.put("file", path);
            answer.put("bytes", bytes);
            outcome().finished(answer);
        }
    }

    /** Ends a download that nobody waits for any longer. */
    private static final class Wanted extends FilterOutputStream {

        private final Outcome outcome;

        Wanted(OutputStream out, Outcome outcome) {
            super(out);
            this.outcome = outcome;
        }

        @Override
        public void write(byte[] content, int start, int length) throws IOException {
            if (outcome.abandoned()) {
                throw new InterruptedIOException("The build was aborted.");
            }
            out.write(content, start, length);
        }
    }
}
