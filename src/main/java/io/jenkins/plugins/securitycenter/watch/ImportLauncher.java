package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Uploads;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.resource.Repository;
import io.jenkins.plugins.securitycenter.model.resource.UploadedFile;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import io.jenkins.plugins.securitycenter.watch.poll.ScanSummaryLog;
import io.jenkins.plugins.securitycenter.watch.poll.ScanTracker;
import io.jenkins.plugins.securitycenter.watch.poll.Tracker;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends the requests of a file import. The server does not return the id of the new scan result, so the result is
 * searched for among those that appeared since. Imports into the same repository run one after another.
 */
final class ImportLauncher implements Launcher<ScanResult> {

    private final ImportOptions options;
    private final NewResultFinder results;

    ImportLauncher(ImportOptions options, NewResultFinder results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public RunType type() {
        return RunType.IMPORT;
    }

    @Override
    public Duration timeout() {
        return options.timeout();
    }

    @Override
    public boolean stopOnAbort() {
        return false;
    }

    @Override
    public String name() {
        return options.fileName();
    }

    @Override
    public RunMessages messages(Endpoint endpoint) {
        return new RunMessages(endpoint, "file", "scan result", "imported", "imported");
    }

    @Override
    public RunEvent.Prepared prepare(SecurityCenter server, String account, Consumer<String> log, Instant now)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        Repository repository = new Resource<>(server, ResourceType.REPOSITORY).find(options.repository());
        PreLaunchCheck.importing(server, log);
        return new RunEvent.Prepared(repository.id(), options.fileName(), account, now);
    }

    /** Uploads the file. The import uses it over the same connection, because it belongs to the session. */
    @Override
    public String create(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        return new Uploads(server).send(options.fileName(), options.content()).name();
    }

    @Override
    public long newestResult(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        return results.newest(server);
    }

    @Override
    public Optional<String> launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        new ScanResults(server)
                .importFile(file(state), new Repository(state.subjectId(), options.repository(), "", "", ""));
        return Optional.empty();
    }

    @Override
    public List<String> newResults(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return results.appeared(
                server,
                state,
                result -> result.scan().isEmpty() && NewResultFinder.is(result.repository(), state.subjectId()));
    }

    @Override
    public String stop(SecurityCenter server, RunState state) {
        throw new IllegalStateException("An import cannot be stopped.");
    }

    @Override
    public Optional<String> remove(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        if (state.uploadedFile().isEmpty()) {
            return Optional.empty();
        }
        new Uploads(server).clear(file(state));
        return Optional.of("Removed the uploaded file \"" + state.subjectName() + "\".");
    }

    private static UploadedFile file(RunState state) {
        return new UploadedFile(state.uploadedFile(), state.subjectName());
    }

    @Override
    public PollRegistry<ScanResult> polls(WatchServices services) {
        return services.scanResults();
    }

    @Override
    public Tracker<ScanResult> progress(Endpoint endpoint, RunState state) {
        return new ScanTracker(
                        endpoint, "Import of \"" + state.subjectName() + "\"", WaitFor.IMPORTED, state.startedAt())
                .ofImportInto(state.subjectId());
    }

    @Override
    public void summarize(SecurityCenter server, ScanResult result, RunState state, Consumer<String> log)
            throws InterruptedException {
        ScanSummaryLog.log("Import of \"" + state.subjectName() + "\"", server, result, log);
    }
}
