package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Scan;
import java.time.Instant;
import java.util.Optional;

/**
 * Launches a scan exactly once. When the answer to the launch is lost, the new run is looked for among the server's
 * scan results instead of launching again.
 */
final class Launch implements Beginning {

    private final NewResults results;
    private final ScanOrder order;

    Launch(NewResults results, ScanOrder order) {
        this.results = results;
        this.order = order;
    }

    @Override
    public ScanOrder order() {
        return order;
    }

    /** Notes which scan is to be launched and which results are there before. */
    @Override
    public RunState prepare(SecurityCenter server, RunState state, Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        Scan scan = server.scans(order.kind()).find(order.scan());
        Precheck.launch(server, order.kind(), steps);
        return launching(server, scan.id(), scan.name(), steps);
    }

    /** The state in which that scan is about to be launched. */
    RunState launching(SecurityCenter server, String id, String name, Steps steps)
            throws SecurityCenterException, InterruptedException {
        Instant now = steps.now();
        return RunState.fresh().launching(id, name, results.newest(server, now), now);
    }

    @Override
    public RunState begin(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        Scan scan = new Scan(state.scanId(), state.scanName(), Optional.empty(), Optional.empty());
        try {
            return results.claim(server, state, server.scans(order.kind()).launch(scan));
        } catch (SecurityCenterException e) {
            if (e instanceof RefusedException || e.notProcessed()) {
                throw ScanFailedException.lastWord(e);
            }
            return results.await(NewResults.PAUSES, () -> find(server, state), e)
                    .orElseThrow(() -> new ScanFailedException(
                            e.getMessage() + " No new run of the scan was found, and it is not launched"
                                    + " again, since the server may have received the launch.",
                            e));
        }
    }

    @Override
    public Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        return results.find(server, state, result -> NewResults.is(result.scan(), state.scanId()));
    }

    @Override
    public void goOn(SecurityCenter server, RunState state) {
        results.claimAgain(server, state);
    }

    @Override
    public String done() {
        return "Launched";
    }
}
