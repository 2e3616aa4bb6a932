package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The download of the raw result of a scan.
 *
 * @param scanResultId empty for the last scan of the build
 * @param outputFile the path in the workspace; empty for a name that contains the ID
 */
@Restricted(NoExternalUse.class)
public record RawResultTask(String scanResultId, String outputFile) implements BuildTask {

    public RawResultTask {
        scanResultId = scanResultId.trim();
        ScanResultId.check(scanResultId);
        WorkspaceFile.check("outputFile", outputFile);
    }

    /**
     * Downloads the {@code .nessus} file.
     *
     * @return {@code file} (the path in the workspace) and {@code bytes}
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    @Override
    public Map<String, Object> perform(
            ServerChoice connection,
            Run<?, ?> run,
            @CheckForNull FilePath workspace,
            TaskListener listener,
            StepPlace place)
            throws IOException, InterruptedException {
        LastScan scan = new LastScan(run, place.branch(), "scanResultId");
        boolean last = scanResultId.isEmpty();
        ServerAccount account = (last ? scan.server(connection) : connection).target(run);
        String id = last ? scan.id(account.endpoint()) : scanResultId;
        String path = outputFile.isEmpty() ? "scan-result-" + id + ".nessus" : outputFile;
        WorkspaceFile file = WorkspaceFile.of(workspace, "outputFile", path);
        Map<String, Object> answer = new LinkedHashMap<>();
        try (SecurityCenter server = SecurityCenterService.get().connect(account, listener.getLogger())) {
            answer.put("file", path);
            answer.put("bytes", file.receive(part -> new ScanResults(server).export(id, part)));
        }
        listener.getLogger()
                .println("SecurityCenter \"" + account.endpoint().name() + "\": exported scan result " + id + " to "
                        + path + ", " + answer.get("bytes") + " bytes.");
        return answer;
    }
}
