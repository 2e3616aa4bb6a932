package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanState;
import java.time.Duration;
import java.time.Instant;

/** Decides, poll by poll, whether the wait for a scan goes on. Sends nothing itself. */
final class ScanWatch {

    /** How long an import may take to be queued behind the end of the scan. */
    static final Duration IMPORT_GRACE = Duration.ofMinutes(2);

    /** What follows from a poll. */
    enum Verdict {
        CONTINUE,
        DONE,
        TIMED_OUT
    }

    private final Endpoint endpoint;
    private final String noun;
    private final ScanOrder order;
    private final RunState state;
    private final Patience patience = new Patience();
    private Instant endedSince;

    /** @param noun what stands before the name at the beginning of messages */
    ScanWatch(Endpoint endpoint, String noun, ScanOrder order, RunState state) {
        this.noun = noun;
        this.endpoint = endpoint;
        this.order = order;
        this.state = state;
    }

    /** @throws ScanFailedException when the scan or its import failed */
    Verdict observe(ScanResult result, Instant now) throws ScanFailedException {
        patience.restored();
        ScanState scan = result.state();
        if (scan.failed()) {
            throw failed("ended in Error", result);
        }
        if (order.waitFor() == WaitFor.IMPORTED && scan.scanEnded() && scan.importEnded() && !scan.imported()) {
            throw failed("was not imported (import status " + scan.importStatus() + ")", result);
        }
        if (order.waitFor().reachedBy(scan) || importNeverCame(scan, now)) {
            return Verdict.DONE;
        }
        return timedOut(now) ? Verdict.TIMED_OUT : Verdict.CONTINUE;
    }

    /** @throws SecurityCenterException the given one, when it is final or has lasted too long */
    Verdict missed(SecurityCenterException e, Instant now) throws SecurityCenterException {
        patience.strained(e, now);
        return timedOut(now) ? Verdict.TIMED_OUT : Verdict.CONTINUE;
    }

    private boolean importNeverCame(ScanState scan, Instant now) {
        if (!scan.importMayFollow()) {
            endedSince = null;
            return false;
        }
        if (endedSince == null) {
            endedSince = now;
        }
        return now.isAfter(endedSince.plus(IMPORT_GRACE));
    }

    private boolean timedOut(Instant now) {
        return !order.timeout().isZero() && !now.isBefore(state.startedAt().plus(order.timeout()));
    }

    private ScanFailedException failed(String how, ScanResult result) {
        String reason = result.problem().isEmpty()
                ? "."
                : ": " + String.join(" ", result.problem().lines().toList());
        return new ScanFailedException(
                noun + " \"" + state.scanName() + "\" on SecurityCenter \"" + endpoint.name() + "\" "
                        + how + reason + (reason.endsWith(".") ? "" : ".") + " See "
                        + endpoint.pageOfScanResult(result.id()));
    }
}
