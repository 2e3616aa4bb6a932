package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Owner;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.resource.ScanSpecification;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import io.jenkins.plugins.securitycenter.watch.poll.ScanSummaryLog;
import io.jenkins.plugins.securitycenter.watch.poll.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a run whose scan is created for it and removed when it ends. The mark in the scan's description
 * identifies the run that owns the scan.
 */
final class OnDemandScanLauncher implements Launcher<ScanResult> {

    private final OnDemandOptions order;
    private final ScanLauncher scan;
    private final OrphanedScanCleanup orphans;
    private final Optional<String> leftOversOf;
    private volatile OnDemandScans.@Nullable Draft draft;
    /** The policy that was created for the scan; null if it is not known, as after a restart. */
    private volatile @Nullable String policy;

    /**
     * @param leftOversOf the ID of the credentials of the run, which first removes leftovers; empty for a run that removes
     *     none, because it is not the first of its step
     */
    OnDemandScanLauncher(
            OnDemandOptions order, NewResultFinder results, OrphanedScanCleanup orphans, Optional<String> leftOversOf) {
        this.order = order;
        this.scan = new ScanLauncher(order.order(), results);
        this.orphans = orphans;
        this.leftOversOf = leftOversOf;
    }

    @Override
    public RunType type() {
        return RunType.ON_DEMAND_SCAN;
    }

    @Override
    public Duration timeout() {
        return scan.timeout();
    }

    @Override
    public boolean stopOnAbort() {
        return scan.stopOnAbort();
    }

    @Override
    public ScanOwnerTag ownerTag() {
        return order.mark();
    }

    @Override
    public String name() {
        return scan.name();
    }

    @Override
    public RunMessages messages(Endpoint endpoint) {
        return scan.messages(endpoint);
    }

    @Override
    public RunEvent.Prepared prepare(SecurityCenter server, String account, Consumer<String> log, Instant now)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        draft = specification().draft(server, log);
        if (!specification().fewRequests()) {
            PreLaunchCheck.scan(server, ScanKind.ACTIVE, specification().knownTargets(), log);
        }
        if (leftOversOf.isPresent()) {
            removeLeftOvers(server, new AccountId(leftOversOf.get(), account), log);
        }
        return new RunEvent.Prepared("", draft.name(), account, now);
    }

    private void removeLeftOvers(SecurityCenter server, AccountId account, Consumer<String> log)
            throws InterruptedException {
        if (!specification().fewRequests() || orphans.expected(server, account)) {
            orphans.remove(server, order, account, log);
        }
    }

    @Override
    public String create(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        OnDemandScans.Draft prepared = draft;
        OnDemandScans.Draft made = prepared == null ? specification().draft(server, line -> {}) : prepared;
        String known = policy;
        OnDemandScans.Created created =
                new OnDemandScans(server).create(known == null ? made : made.withPolicy(known), mark(state));
        policy = created.policy().map(PolicyPlugins::id).orElse(known);
        created.policy().ifPresent(order.policies());
        return created.id();
    }

    @Override
    public Optional<String> findCreated(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        OnDemandScans scans = new OnDemandScans(server);
        Optional<String> created = scans.find(Marked.Type.SCAN, mark(state));
        if (created.isEmpty() && hasPolicy()) {
            policy = scans.find(Marked.Type.POLICY, mark(state)).orElse(null);
        }
        return created;
    }

    /** Returns the mark that the server has, whatever the name of the job is now. */
    private static ScanOwnerTag mark(RunState state) {
        return Objects.requireNonNull(state.ownerTag());
    }

    /** Returns the specification, which is known unless what an earlier run created is only removed. */
    private ScanSpecification specification() {
        return Objects.requireNonNull(order.scan());
    }

    /** Returns whether the run may have created a policy; it may if its specification is no longer known. */
    private boolean hasPolicy() {
        ScanSpecification known = order.scan();
        return known == null || known.hasPolicy();
    }

    @Override
    public long newestResult(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        // a later scan of the step may get the ID of the one before it, which has been deleted
        long known = leftOversOf.isPresent() ? specification().knownResult() : -1;
        return known >= 0 ? known : scan.newestResult(server);
    }

    @Override
    public Optional<String> launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return scan.launch(server, state);
    }

    @Override
    public List<String> newResults(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return scan.newResults(server, state);
    }

    @Override
    public String stop(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        Owner owner = new OnDemandScans(server).owner(Marked.Type.SCAN, state.subjectId(), mark(state));
        return owner == Owner.OTHERS
                ? "Did not stop scan result " + state.resultId() + notCreated(state)
                : scan.stop(server, state);
    }

    private static String notCreated(RunState state) {
        return ", because the scan with ID " + state.subjectId()
                + " was not created for this build; the server was probably replaced.";
    }

    @Override
    public Optional<String> remove(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        OnDemandScans scans = new OnDemandScans(server);
        Optional<String> id = state.subjectId().isEmpty()
                ? scans.find(Marked.Type.SCAN, mark(state))
                : Optional.of(state.subjectId());
        Owner owner = id.isEmpty() ? Owner.NOBODY : scans.owner(Marked.Type.SCAN, id.get(), mark(state));
        if (owner == Owner.BUILD) {
            scans.delete(Marked.Type.SCAN, id.orElseThrow());
        }
        if (hasPolicy()) {
            removePolicies(scans, mark(state), owner == Owner.BUILD);
        }
        return owner == Owner.OTHERS
                ? Optional.of("Did not remove scan \"" + state.subjectName() + "\"" + notCreated(state))
                : id.map(scan -> "Removed scan \"" + state.subjectName() + "\", which was created for this build.");
    }

    /** @param same whether the server is the one on which the policy was created */
    private void removePolicies(OnDemandScans scans, ScanOwnerTag mark, boolean same)
            throws SecurityCenterException, InterruptedException {
        String known = policy;
        if (same && known != null) {
            scans.delete(Marked.Type.POLICY, known);
            return;
        }
        for (Marked own : scans.marked(Marked.Type.POLICY)) {
            if (own.mark().equals(mark)) {
                scans.delete(Marked.Type.POLICY, own.id());
            }
        }
    }

    @Override
    public PollRegistry<ScanResult> polls(WatchServices services) {
        return scan.polls(services);
    }

    /** Returns true if the coverage is read, so that the last poll serves for it. */
    @Override
    public boolean detailedPolls() {
        return specification().fewRequests();
    }

    @Override
    public Tracker<ScanResult> progress(Endpoint endpoint, RunState state) {
        return scan.progress(endpoint, state);
    }

    @Override
    public void summarize(SecurityCenter server, ScanResult result, RunState state, Consumer<String> log)
            throws InterruptedException {
        if (specification().fewRequests()) {
            ScanSummaryLog.logEnd(ScanLauncher.label(state), server.endpoint(), result, log);
        } else {
            scan.summarize(server, result, state, log);
        }
    }
}
