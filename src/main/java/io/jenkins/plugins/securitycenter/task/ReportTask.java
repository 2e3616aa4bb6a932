package io.jenkins.plugins.securitycenter.task;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.watch.ReportOptions;
import io.jenkins.plugins.securitycenter.watch.RetryLaterException;
import io.jenkins.plugins.securitycenter.watch.RunControl;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The generation and download of a report.
 *
 * @param outputFile the path in the workspace; empty for a name derived from the name of the report
 */
@Restricted(NoExternalUse.class)
public record ReportTask(ReportOptions order, String outputFile) implements WaitingTask {

    private static final String PARAMETER = "outputFile";

    /** The action for an unfinished report if the build is aborted or the time limit is reached. */
    public enum OnAbort {
        LEAVE,
        DELETE
    }

    public ReportTask {
        outputFile = outputFile.trim();
        WorkspaceFile.check(PARAMETER, outputFile);
    }

    @Override
    public RunControl prepare(TaskContext site, RunState state, TaskCallback callback)
            throws IOException, InterruptedException {
        if (state.phase() == RunState.Phase.NEW) {
            WorkspaceFile file = site.file(PARAMETER, outputFile);
            if (!outputFile.isEmpty()) {
                file.mustNotBeDirectory();
            }
        }
        return SecurityCenterService.get()
                .watch()
                .report(site.owner(), site.account(), order, state, new ResultListener(site, callback));
    }

    private final class ResultListener extends ForwardingListener<Report> {

        @SuppressWarnings("NullAway.Init") // received before the task is finished
        private volatile Map<String, Object> answer;

        ResultListener(TaskContext site, TaskCallback callback) {
            super(site, callback);
        }

        @Override
        public void receive(SecurityCenter server, Report report, Consumer<String> log)
                throws IOException, InterruptedException {
            String path = outputFile.isEmpty() ? report.fileName() : outputFile;
            long bytes = download(server, report, path);
            log.accept("Downloaded report " + report.id() + " to " + path + ", " + bytes + " bytes.");
            Map<String, Object> received = new LinkedHashMap<>();
            received.put("reportId", report.id());
            received.put("file", path);
            received.put("bytes", bytes);
            answer = received;
        }

        private long download(SecurityCenter server, Report report, String path)
                throws IOException, InterruptedException {
            try {
                return site().file(PARAMETER, path)
                        .receive(part -> new Reports(server)
                                .download(report, () -> new CancellableOutputStream(part.open(), callback())));
            } catch (IOException | IllegalArgumentException e) {
                if (site().workspace().get() == null && !callback().abandoned()) {
                    throw new RetryLaterException(
                            "Report " + report.id() + " is complete; waiting for the agent to download it.", e);
                }
                throw e;
            }
        }

        @Override
        public void finished(Report report) {
            callback().finished(answer);
        }
    }

    /** Cancels the download if the build no longer waits for it. */
    private static final class CancellableOutputStream extends FilterOutputStream {

        private final TaskCallback callback;

        CancellableOutputStream(OutputStream out, TaskCallback callback) {
            super(out);
            this.callback = callback;
        }

        @Override
        public void write(byte[] content, int start, int length) throws IOException {
            if (callback.abandoned()) {
                throw new InterruptedIOException("The build was aborted.");
            }
            out.write(content, start, length);
        }
    }
}
