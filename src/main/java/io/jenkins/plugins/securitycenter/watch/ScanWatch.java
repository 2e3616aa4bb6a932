package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final UnknownWords unknownWords = new UnknownWords();
    private final List<String> remarks = new ArrayList<>();
    private Instant endedSince;

    /** @param noun what stands before the name at the beginning of messages */
    ScanWatch(Endpoint endpoint, String noun, ScanOrder order, RunState state) {
        this.noun = noun;
        this.endpoint = endpoint;
        this.order = order;
        this.state = state;
    }

    /** @throws ScanFailedException when the scan or its import failed, or nothing was imported although that was asked */
    Verdict observe(ScanResult result, Instant now) throws ScanFailedException {
        patience.restored();
        ScanState scan = result.state();
        remark(result);
        if (scan.failed()) {
            throw failed("ended in " + scan.status(), result);
        }
        if (order.waitFor() == WaitFor.IMPORTED && importFailed(result)) {
            throw failed("was not imported (import status " + scan.importStatus() + ")", result);
        }
        if (order.waitFor().reachedBy(scan)) {
            return Verdict.DONE;
        }
        if (importNeverCame(scan, now)) {
            return withoutImport(result);
        }
        return timedOut(now) ? Verdict.TIMED_OUT : Verdict.CONTINUE;
    }

    /** What the build log has to say of the last scan result, beside its state. */
    Optional<String> remark() {
        String text = String.join(" ", remarks);
        remarks.clear();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void remark(ScanResult result) {
        ScanState scan = result.state();
        if (!scan.known()) {
            unknownWords
                    .first("Status", scan.status(), "scan result " + result.id())
                    .ifPresent(remarks::add);
        }
        if (!scan.importKnown()) {
            unknownWords
                    .first("Import status", scan.importStatus(), "scan result " + result.id())
                    .ifPresent(remarks::add);
        }
    }

    private static boolean importFailed(ScanResult result) {
        ScanState scan = result.state();
        boolean over = scan.importEnded()
                || !scan.importKnown() && result.times().imported().isPresent();
        return scan.scanEnded() && over && !scan.imported();
    }

    /** Only a scan that ended as it should can have found nothing at all; a file has something to import. */
    private Verdict withoutImport(ScanResult result) throws ScanFailedException {
        if (order.waitFor() != WaitFor.IMPORTED) {
            return Verdict.DONE;
        }
        if (!result.state().completed() || result.scan().isEmpty()) {
            throw failed("ended as " + result.state().status() + ", and nothing was imported", result);
        }
        remarks.add("Nothing was imported: no import began within " + Elapsed.text(IMPORT_GRACE)
                + " after the end of scan result " + result.id() + ".");
        return Verdict.DONE;
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
