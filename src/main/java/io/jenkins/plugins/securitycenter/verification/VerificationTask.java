package io.jenkins.plugins.securitycenter.verification;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OriginalScan;
import io.jenkins.plugins.securitycenter.client.resource.RemediationSpecification;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.VerificationResult;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.record.ReferenceJob;
import io.jenkins.plugins.securitycenter.record.VerificationReader;
import io.jenkins.plugins.securitycenter.remediation.RemediationPlanner;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import io.jenkins.plugins.securitycenter.task.ForwardingListener;
import io.jenkins.plugins.securitycenter.task.OnDemandOwner;
import io.jenkins.plugins.securitycenter.task.ScanProgress;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.task.TaskContext;
import io.jenkins.plugins.securitycenter.task.WaitingTask;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import io.jenkins.plugins.securitycenter.verification.VerificationFiles.Source;
import io.jenkins.plugins.securitycenter.watch.OnDemandOptions;
import io.jenkins.plugins.securitycenter.watch.RunControl;
import io.jenkins.plugins.securitycenter.watch.RunListener;
import io.jenkins.plugins.securitycenter.watch.RunSequence;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.WatchedRun;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The verification of fixes: remediation scans, one after another, with only the plugins of some findings against only their
 * hosts, whose results decide which findings are fixed.
 *
 * @param maximumScans the maximum number of scans
 * @param credentials names or IDs of credentials of SecurityCenter; empty for those of the original scan
 * @param timeout the time limit of each scan; zero for none
 */
@Restricted(NoExternalUse.class)
public record VerificationTask(
        VerificationSelection selection,
        int maximumScans,
        StillThere stillThere,
        List<String> credentials,
        Duration timeout,
        boolean stopOnAbort)
        implements WaitingTask {

    /** The limits of the number of scans. */
    public static final NumberRule SCANS = NumberRule.whole(
            "maximumScans",
            1,
            RemediationPlanner.MOST_SCANS,
            "use a whole number from 1 to " + RemediationPlanner.MOST_SCANS + ".");

    /** The result of the build if a finding is not fixed, or it is not known whether it is. */
    public enum StillThere {
        IGNORE,
        UNSTABLE,
        FAILURE
    }

    /** Returns the connection to the server that has the findings. */
    @Override
    public ServerChoice connection(ServerChoice asked, Run<?, ?> run) throws IOException {
        try (PrintStream unheard = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            FindingsAction found = selection.record().find(run, unheard);
            String server = found.getServer();
            if (!asked.server().isEmpty() && !asked.server().equals(server)) {
                throw new IllegalArgumentException("server is \"" + asked.server() + "\", but record \"" + found.getId()
                        + "\" of " + found.getRun().getExternalizableId() + " is from SecurityCenter \"" + server
                        + "\"; leave server empty.");
            }
            return asked.to(server);
        }
    }

    /**
     * Prepares the scans. The result contains verified, fixed, stillThere and notChecked (numbers of findings), sentence,
     * findings (at most 1000, those that are not fixed first), id (of the record) and page.
     */
    @Override
    public RunControl prepare(TaskContext site, RunState state, TaskCallback callback) throws IOException {
        VerificationFiles files = new VerificationFiles(site.run().getRootDir().toPath(), site.key());
        if (!files.exist()) {
            if (!state.isInitial()) {
                throw UserFailures.abort(
                        "The list of the findings to verify is missing from the directory of the build; start the build again.");
            }
            select(site, files, callback);
        }
        Verification verification = Verification.open(files, maximumScans);
        if (state.isInitial()) {
            verification.lines().forEach(callback::log);
        }
        OriginalScan original = new OriginalScan(
                verification.source().scanResultId(), verification.source().scanId());
        return new RunSequence<>(
                verification.scans().size(),
                (next, listener) -> scan(site.part(next.part()), verification, original, next, listener),
                state,
                part -> new PartListener(site, callback, verification, part));
    }

    private void select(TaskContext site, VerificationFiles files, TaskCallback callback) throws IOException {
        Run<?, ?> run = site.run();
        try (PrintStream log = new LinePrinter(callback::log)) {
            FindingsAction found = selection.record().find(run, log);
            String build = found.getRun().getExternalizableId();
            if (ScanResultAction.imported(found.getRun(), found.getServer(), found.getScanResultId())) {
                throw new IllegalArgumentException("The findings of record \"" + found.getId() + "\" of " + build
                        + " were imported from a file, so no scan of SecurityCenter can verify them.");
            }
            String page =
                    site.endpoint().pageOfScanResult(found.getScanResultId()).toString();
            if (!found.getUrl().isEmpty() && !found.getUrl().equals(page)) {
                throw new IllegalArgumentException("The findings of record \"" + found.getId() + "\" of " + build
                        + " are from " + found.getUrl() + ", but SecurityCenter \"" + found.getServer()
                        + "\" has another URL now; record the findings again.");
            }
            boolean ofOtherJob = !ReferenceJob.same(found.getRun().getParent(), run.getParent());
            List<RecordedFinding> selected = read(found, "Record \"" + found.getId() + "\" of " + build, ofOtherJob);
            Verification.check(selected, maximumScans);
            files.create(
                    new Source(
                            found.getServer(),
                            build,
                            found.getId(),
                            found.getScanResultId(),
                            found.origin().scanId(),
                            found.summary().checked().neededFeed()),
                    selected);
        }
    }

    private List<RecordedFinding> read(FindingsAction found, String name, boolean ofOtherJob) {
        try {
            return selection.read(found.file(), name, ofOtherJob);
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " cannot be verified: " + e.getMessage(), e);
        }
    }

    private WatchedRun<ScanResult> scan(
            TaskContext part,
            Verification verification,
            OriginalScan original,
            RunState state,
            RunListener<ScanResult> listener)
            throws IOException {
        int number = state.part();
        String name = name(part, verification, number);
        OnDemandOptions options = new OnDemandOptions(
                new ScanOptions(name, WaitFor.IMPORTED, timeout, stopOnAbort),
                new RemediationSpecification(name, verification.scans().get(number), original, credentials),
                OnDemandOwner.of(part.run(), part.key()),
                OnDemandOwner::abandoned,
                policy -> verification.created(number, policy));
        return SecurityCenterService.get().watch().onDemandScan(part.owner(), part.account(), options, state, listener);
    }

    private static String name(TaskContext part, Verification verification, int number) {
        int scans = verification.scans().size();
        String name = "Remediation scan of " + part.run().getExternalizableId();
        return scans == 1 ? name : name + " (" + (number + 1) + " of " + scans + ")";
    }

    private final class PartListener extends ForwardingListener<ScanResult> {

        private final String key;
        private final Verification verification;
        private final int part;
        private final ScanProgress progress;

        PartListener(TaskContext main, TaskCallback callback, Verification verification, int part) {
            super(main.part(part), callback);
            this.key = main.key();
            this.verification = verification;
            this.part = part;
            progress = new ScanProgress(site(), name(site(), verification, part));
        }

        @Override
        public void polled(ScanResult result, Instant launched) {
            progress.polled(result, launched);
        }

        /** Reads the findings while the scan and its policy still exist. */
        @Override
        public void receive(SecurityCenter server, ScanResult result, Consumer<String> log)
                throws IOException, InterruptedException {
            if (!verification.read(part)) {
                try (PrintStream lines = new LinePrinter(log)) {
                    verification.store(
                            part,
                            new VerificationReader(
                                            verification.scans().get(part).findings(), verification.policy(part))
                                    .needing(verification.feedNeeded())
                                    .read(server, result, InstantSource.system(), lines));
                }
            }
            ended();
        }

        @Override
        protected void ended() {
            progress.end();
        }

        /** Records the result, once the last scan has ended. */
        @Override
        public void finished(ScanResult last) {
            try {
                VerificationResult result = verification.result();
                FindingsAction record =
                        new VerificationRecord(site().run(), key, verification, result).publish(stillThere, callback());
                callback().finished(VerificationReturnValue.of(record, result));
            } catch (IOException | RuntimeException e) {
                callback().failed(e);
            }
        }
    }
}
