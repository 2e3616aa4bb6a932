package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Kind;
import io.jenkins.plugins.securitycenter.client.Resource;
import io.jenkins.plugins.securitycenter.client.ScanResults;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.Uploads;
import io.jenkins.plugins.securitycenter.model.Repository;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.UploadedFile;
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

    private final ImportOrder order;
    private final ResultFinder results;

    ImportLauncher(ImportOrder order, ResultFinder results) {
        this.order = order;
        this.results = results;
    }

    @Override
    public RunState.Kind kind() {
        return RunState.Kind.IMPORT;
    }

    @Override
    public Duration timeout() {
        return order.timeout();
    }

    @Override
    public boolean stopOnAbort() {
        return false;
    }

    @Override
    public String name() {
        return order.fileName();
    }

    @Override
    public RunWords words(Endpoint endpoint) {
        return new RunWords(endpoint, "file", "scan result", "imported", "imported");
    }

    @Override
    public RunEvent.Prepared prepare(SecurityCenter server, Consumer<String> log, Instant now)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        Repository repository = new Resource<>(server, Kind.REPOSITORY).find(order.repository());
        LaunchCheck.importing(server, log);
        return new RunEvent.Prepared(repository.id(), order.fileName(), now);
    }

    /** Uploads the file. The import uses it over the same connection, because it belongs to the session. */
    @Override
    public String create(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        return new Uploads(server).send(order.fileName(), order.content()).name();
    }

    @Override
    public long newestResult(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        return results.newest(server);
    }

    @Override
    public Optional<String> launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        new ScanResults(server).importFile(file(state), new Repository(state.scanId(), order.repository(), "", "", ""));
        return Optional.empty();
    }

    @Override
    public List<String> newResults(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return results.appeared(
                server,
                state,
                result -> result.scan().isEmpty() && ResultFinder.is(result.repository(), state.scanId()));
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
        return Optional.of("Removed the uploaded file \"" + state.scanName() + "\".");
    }

    private static UploadedFile file(RunState state) {
        return new UploadedFile(state.uploadedFile(), state.scanName());
    }

    @Override
    public PollRegistry<ScanResult> polls(WatchServices services) {
        return services.scanResults();
    }

    @Override
    public Progress<ScanResult> progress(Endpoint endpoint, RunState state) {
        return new ScanWatch(endpoint, "Import of \"" + state.scanName() + "\"", WaitFor.IMPORTED, state.startedAt());
    }

    @Override
    public void summarize(SecurityCenter server, ScanResult result, RunState state, Consumer<String> log)
            throws InterruptedException {
        ScanEnd.log("Import of \"" + state.scanName() + "\"", server, result, log);
    }
}
