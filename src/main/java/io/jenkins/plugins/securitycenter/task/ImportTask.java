package io.jenkins.plugins.securitycenter.task;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import io.jenkins.plugins.securitycenter.watch.ImportOptions;
import io.jenkins.plugins.securitycenter.watch.RunControl;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.TimeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The import of a file into a repository.
 *
 * @param file path in the workspace
 * @param repository name or id
 * @param timeout how long the import may take; zero for no limit
 */
@Restricted(NoExternalUse.class)
public record ImportTask(String file, String repository, Duration timeout) implements WaitingTask {

    /** @throws IllegalArgumentException if a parameter is not valid, with a message for the user */
    public ImportTask {
        file = file.trim();
        repository = repository.trim();
        checkFile(file);
        checkRepository(repository);
        TimeLimit.check(timeout);
    }

    /** @throws IllegalArgumentException if the path is not inside a workspace, with a message for the user */
    public static void checkFile(String file) {
        if (file.isBlank()) {
            throw new IllegalArgumentException("file is empty; enter the path of a .nessus file in the workspace.");
        }
        WorkspaceFile.check("file", file);
    }

    /** @throws IllegalArgumentException if the repository is empty, with a message for the user */
    public static void checkRepository(String repository) {
        if (repository.isBlank()) {
            throw new IllegalArgumentException("repository is empty; enter the name or the ID of a repository.");
        }
    }

    @Override
    public RunControl prepare(TaskContext site, RunState state, TaskCallback callback)
            throws IOException, InterruptedException {
        ImportOptions options = new ImportOptions(file, content(site, state), repository, timeout);
        return SecurityCenterService.get()
                .watch()
                .fileImport(site.owner(), site.account(), options, state, new ResultListener(site, callback));
    }

    /** Reads the file only if it was not uploaded before a restart, so that its agent is not needed again. */
    private Request.ContentSupplier content(TaskContext site, RunState state) throws IOException, InterruptedException {
        if (!state.mayUpload()) {
            return InputStream::nullInputStream;
        }
        WorkspaceFile source = site.file("file", file);
        source.mustExist();
        return source.content();
    }

    private static final class ResultListener extends ForwardingListener<ScanResult> {

        ResultListener(TaskContext site, TaskCallback callback) {
            super(site, callback);
        }

        @Override
        public void finished(ScanResult result) {
            Endpoint endpoint = endpoint();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("scanResultId", result.id());
            answer.put("url", endpoint.pageOfScanResult(result.id()).toString());
            finish(new ScanResultAction(server(), result.id(), site().place().branch()), answer);
        }
    }
}
