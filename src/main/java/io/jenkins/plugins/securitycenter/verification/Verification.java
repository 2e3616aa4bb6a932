package io.jenkins.plugins.securitycenter.verification;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.VerificationResult;
import io.jenkins.plugins.securitycenter.gate.VerifiedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import io.jenkins.plugins.securitycenter.remediation.RemediationPlanner;
import io.jenkins.plugins.securitycenter.remediation.RemediationScan;
import io.jenkins.plugins.securitycenter.remediation.VerificationObstacle;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.verification.VerificationFiles.Outcome;
import io.jenkins.plugins.securitycenter.verification.VerificationFiles.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The findings of a verification, the scans that verify them, and what those have found out so far. */
final class Verification {

    private final VerificationFiles files;
    private final Source source;
    private final List<Finding> findings;
    private final List<RemediationScan> scans;
    /** The plugins of the policies that were created since Jenkins has started. */
    private final Map<Integer, PolicyPlugins> policies = new ConcurrentHashMap<>();

    private Verification(VerificationFiles files, Source source, List<Finding> findings, List<RemediationScan> scans) {
        this.files = files;
        this.source = source;
        this.findings = findings;
        this.scans = scans;
    }

    /**
     * Plans the scans for stored findings; always in the same way, so that the numbers of the scans stay the same.
     *
     * @throws IllegalArgumentException if no scan can verify them, or they need too many, with a message for the user
     */
    static Verification open(VerificationFiles files, int maximumScans) throws IOException {
        List<Finding> findings = files.findings().stream()
                .map(recorded -> recorded.finding().brief())
                .toList();
        return new Verification(files, files.source(), findings, plan(findings, maximumScans));
    }

    /** Checks whether scans can verify the findings; see {@link #open}. */
    static void check(List<RecordedFinding> selected, int maximumScans) {
        plan(selected.stream().map(RecordedFinding::finding).toList(), maximumScans);
    }

    private static List<RemediationScan> plan(List<Finding> findings, int maximumScans) {
        List<Finding> verifiable = findings.stream()
                .filter(finding -> VerificationObstacle.of(finding).isEmpty())
                .toList();
        if (verifiable.isEmpty()) {
            throw new IllegalArgumentException(
                    "No scan can verify the selected findings: " + String.join("; ", obstacles(findings)) + ".");
        }
        return RemediationPlanner.plan(verifiable, maximumScans);
    }

    private static List<String> obstacles(List<Finding> findings) {
        Map<VerificationObstacle, Integer> counts = new EnumMap<>(VerificationObstacle.class);
        findings.forEach(finding ->
                VerificationObstacle.of(finding).ifPresent(obstacle -> counts.merge(obstacle, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(entry -> Digits.counted(entry.getValue(), "finding") + " "
                        + entry.getKey().reason())
                .toList();
    }

    Source source() {
        return source;
    }

    /** Returns the time of the plugin feed that a scanner must have to find the findings again; empty if unknown. */
    Optional<Instant> feedNeeded() {
        return source.neededFeed() > 0 ? Optional.of(Instant.ofEpochSecond(source.neededFeed())) : Optional.empty();
    }

    List<RemediationScan> scans() {
        return scans;
    }

    /** Returns the plan for the build log. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Verifying " + Digits.counted(findings.size(), "finding") + " of record \"" + source.id() + "\" of "
                + source.build() + " with " + Digits.counted(scans.size(), "remediation scan") + ":");
        for (RemediationScan scan : scans) {
            lines.add(lines.size() + ". " + scan.text());
        }
        obstacles(findings).forEach(obstacle -> lines.add("Not verified: " + obstacle));
        return lines;
    }

    /** Remembers the policy that the server created for a scan. */
    void created(int scan, PolicyPlugins policy) {
        policies.put(scan, policy);
    }

    /** Returns the plugins of the policy of a scan; unknown after a restart. */
    PolicyPlugins policy(int scan) {
        return policies.getOrDefault(scan, PolicyPlugins.UNKNOWN);
    }

    /** Returns whether the results of that scan were read. */
    boolean read(int scan) throws IOException {
        return files.outcomes().containsKey(scan);
    }

    /** Stores what a scan has found out about its findings, in their order. */
    void store(int scan, List<VerifiedFinding> verified) throws IOException {
        files.put(
                scan,
                verified.stream()
                        .map(one -> new Outcome(one.state(), one.reason()))
                        .toList());
    }

    /** Returns the result, once all scans were read, in the order of the findings. */
    VerificationResult result() throws IOException {
        SortedMap<Integer, List<Outcome>> outcomes = files.outcomes();
        IdentityHashMap<Finding, Outcome> known = new IdentityHashMap<>();
        for (int scan = 0; scan < scans.size(); scan++) {
            List<Finding> verified = scans.get(scan).findings();
            List<Outcome> own = outcomes.getOrDefault(scan, List.of());
            for (int i = 0; i < Math.min(verified.size(), own.size()); i++) {
                known.put(verified.get(i), own.get(i));
            }
        }
        return new VerificationResult(findings.stream()
                .map(finding -> verified(finding, known.get(finding)))
                .toList());
    }

    private static VerifiedFinding verified(Finding finding, @Nullable Outcome outcome) {
        Optional<VerificationObstacle> obstacle = VerificationObstacle.of(finding);
        if (obstacle.isPresent()) {
            return VerifiedFinding.notChecked(finding, obstacle.get().reason());
        }
        return outcome == null || outcome.state() == null || outcome.reason() == null
                ? VerifiedFinding.notChecked(finding, "what its scan found was not stored")
                : new VerifiedFinding(finding, outcome.state(), outcome.reason());
    }

    /** Returns the stored findings with their new states, in their order. */
    List<RecordedFinding> recorded(VerificationResult result) throws IOException {
        List<RecordedFinding> recorded = new ArrayList<>();
        for (RecordedFinding before : files.findings()) {
            FindingState state = result.findings().get(recorded.size()).state();
            recorded.add(
                    state.current()
                            ? new RecordedFinding(
                                    before.finding(), state, Optional.empty(), before.dueDate(), before.overdue())
                            : new RecordedFinding(before.finding(), state));
        }
        return recorded;
    }
}
