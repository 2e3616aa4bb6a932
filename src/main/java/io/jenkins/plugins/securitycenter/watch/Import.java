package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Kind;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.Uploads;
import io.jenkins.plugins.securitycenter.model.Repository;
import io.jenkins.plugins.securitycenter.model.UploadedFile;
import java.time.Instant;
import java.util.Optional;

/**
 * Uploads a file and has it imported, exactly once. Since the server does not tell the new scan result, it is looked for
 * among those that appeared; of this controller, only one run at a time imports into a server.
 */
final class Import implements Beginning {

    private static final String UNKNOWN =
            " No new scan result was found, and the file is not imported again, since the server may have received it.";

    private final NewResults results;
    private final ImportOrder order;
    private UploadedFile file;

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
        return RunState.fresh().launching(repository.id(), order.fileName(), results.newest(server, now), now);
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
                    throw e;
                }
                lost = e;
            }
            Optional<RunState> found = results.await(() -> find(server, now), lost);
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
    public String noun() {
        return "import of";
    }

    @Override
    public String done() {
        return "Importing";
    }
}
