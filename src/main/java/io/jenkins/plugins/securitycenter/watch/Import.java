package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Kind;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.Uploads;
import io.jenkins.plugins.securitycenter.model.Repository;
import io.jenkins.plugins.securitycenter.model.UploadedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Uploads a file and has it imported, exactly once. Since the server does not tell the new scan result, it is looked for
 * among those that appeared; of this controller, only one run at a time imports into a server.
 */
final class Import implements Beginning {

    private static final String UNKNOWN =
            " No new scan result was found, and the file is not imported again, since the server may have received it.";

    /** A busy server queues the import before there is a scan result. */
    private static final List<Duration> PAUSES =
            Stream.of(1, 2, 4, 8, 15, 30).map(Duration::ofSeconds).toList();

    private final NewResults results;
    private final ImportOrder order;
    private volatile UploadedFile file;

    Import(NewResults results, ImportOrder order) {
        this.results = results;
        this.order = order;
    }

    @Override
    public ScanOrder order() {
        return new ScanOrder(order.fileName(), WaitFor.IMPORTED, order.timeout(), false);
    }

    /** Uploads the file, which is used over the same connection, and notes which results are there before. */
    @Override
    public RunState prepare(SecurityCenter server, RunState state, Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        Repository repository = server.resource(Kind.REPOSITORY).find(order.repository());
        Precheck.importing(server, steps);
        Instant now = steps.now();
        file = new Uploads(server).send(order.fileName(), order.content());
        try {
            return RunState.fresh().launching(repository.id(), order.fileName(), results.newest(server, now), now);
        } catch (SecurityCenterException e) {
            clear(server, e);
            throw e;
        }
    }

    /** Takes the file away, since it is not used; a failure to do so is no problem of the build. */
    private void clear(SecurityCenter server, Exception reason) throws InterruptedException {
        UploadedFile unused = file;
        file = null;
        try {
            new Uploads(server).clear(unused);
        } catch (SecurityCenterException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public RunState begin(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        synchronized (results.turn(server)) {
            RunState now = state.knowing(results.newest(server, state.startedAt()));
            SecurityCenterException lost = null;
            try {
                server.scanResults().importFile(file, repository(state));
            } catch (SecurityCenterException e) {
                if (e instanceof RefusedException || e.notProcessed()) {
                    clear(server, e);
                    throw ScanFailedException.lastWord(e);
                }
                lost = e;
            }
            file = null;
            Optional<RunState> found = results.await(PAUSES, () -> find(server, now), lost);
            if (found.isPresent()) {
                return found.get();
            }
            throw lost == null ? invisible(server) : new ScanFailedException(lost.getMessage() + UNKNOWN, lost);
        }
    }

    private ScanFailedException invisible(SecurityCenter server) {
        return new ScanFailedException("SecurityCenter \"" + server.endpoint().name() + "\" took file \""
                + order.fileName() + "\" for import, but no new scan result of repository \"" + order.repository()
                + "\" appeared; check that the file is a .nessus file with results.");
    }

    private Repository repository(RunState state) {
        return new Repository(state.scanId(), order.repository(), "", "", "");
    }

    @Override
    public Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        return results.find(
                server, state, result -> result.scan().isEmpty() && NewResults.is(result.repository(), state.scanId()));
    }

    @Override
    public void goOn(SecurityCenter server, RunState state) {
        results.claimAgain(server, state);
    }

    @Override
    public String noun() {
        return "import of";
    }

    @Override
    public String described(Endpoint endpoint, RunState state) {
        return "\"" + state.scanName() + "\" into SecurityCenter \"" + endpoint.name() + "\"";
    }

    @Override
    public String begun(Endpoint endpoint, RunState state) {
        return "the import of " + Beginning.super.begun(endpoint, state);
    }

    @Override
    public String goal() {
        return "finished";
    }

    @Override
    public String done() {
        return "Began";
    }

    /** Whether the run was ended between the upload and the import. */
    @Override
    public boolean leaves(RunState state) {
        return file != null;
    }

    @Override
    public String tidy(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        UploadedFile unused = file;
        file = null;
        new Uploads(server).clear(unused);
        return "Removed the uploaded file " + unused.originalName() + ".";
    }
}
