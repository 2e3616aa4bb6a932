package io.jenkins.plugins.securitycenter.record;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingKey;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.VerificationOrigin;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.TimeFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The findings that verifications found fixed after the reference was recorded. The next record takes them over: they are
 * fixed even if its scan does not check them, and new if it finds them again.
 */
final class VerifiedFixes {

    /** No verification. */
    static final VerifiedFixes NONE = new VerifiedFixes();

    /**
     * What two findings have in common that may be the same one. The fingerprint of a finding changes when the DNS name or
     * the UUID of its host appears or disappears.
     *
     * @param host its URL, UUID or IP address
     */
    private record Place(String repositoryId, String pluginId, int port, String protocol, String host) {

        static List<Place> of(Finding finding) {
            FindingKey key = finding.key();
            Host host = finding.host().canonical();
            String other =
                    host.url().isEmpty() && host.uuid().isEmpty() && host.ip().isEmpty() ? host.label() : "";
            return Stream.of(host.url(), host.uuid(), host.ip(), other)
                    .filter(name -> !name.isEmpty())
                    .map(name -> new Place(key.repositoryId(), key.pluginId(), key.port(), key.protocol(), name))
                    .toList();
        }
    }

    /**
     * A record or a verification.
     *
     * @param build the full name and the number of its build
     * @param verified the build whose record was verified
     * @param begun when the build began
     * @param recorded when the findings were stored
     */
    record Entry(boolean verification, Path file, String build, String verified, Instant begun, Instant recorded) {

        static Entry of(FindingsAction record) {
            Run<?, ?> run = record.getRun();
            return new Entry(
                    record.verifies(),
                    record.file(),
                    run.getExternalizableId(),
                    record.getReference(),
                    Instant.ofEpochMilli(run.getStartTimeInMillis()),
                    Instant.ofEpochMilli(record.file().toFile().lastModified()));
        }

        /** Returns whether this record of an earlier build may be later than the verification, which did not verify it. */
        private boolean mayBeLaterThan(Entry other) {
            return !verification
                    && !build.equals(other.build)
                    && !build.equals(other.verified)
                    && recorded.isAfter(other.begun);
        }
    }

    private final Set<Long> fixed = new HashSet<>();
    private final Map<Place, Set<Long>> places = new HashMap<>();

    /**
     * Reads the verifications of a record with that ID in this build and in those since the reference, in their order. A
     * record in between that has a finding again, even one whose gates did not pass, takes its verification back.
     *
     * @param server the name of the server with the findings
     */
    static VerifiedFixes since(ReferenceBuild reference, Run<?, ?> run, String server, PrintStream log) {
        VerifiedFixes fixes = new VerifiedFixes();
        FindingsAction compared = reference.record();
        if (ReferenceJob.same(compared.getRun().getParent(), run.getParent())) {
            fixes.read(
                    builds(compared.getRun(), run).stream()
                            .flatMap(build -> build.getActions(FindingsAction.class).stream())
                            .filter(record -> concerns(record, compared, server))
                            .map(Entry::of)
                            .toList(),
                    log);
        }
        return fixes;
    }

    /** Returns the builds from the first to the last one; none if there are too many of them. */
    private static List<Run<?, ?>> builds(Run<?, ?> first, Run<?, ?> last) {
        Deque<Run<?, ?>> builds = new ArrayDeque<>();
        Run<?, ?> candidate = last;
        while (candidate != null && candidate.getNumber() >= first.getNumber()) {
            if (builds.size() == ReferenceSearch.MOST_BUILDS) {
                return List.of();
            }
            builds.addFirst(candidate);
            candidate = candidate.getPreviousBuild();
        }
        return List.copyOf(builds);
    }

    /** In the build of the reference, only verifications of the reference itself are later than it. */
    private static boolean concerns(FindingsAction record, FindingsAction compared, String server) {
        boolean later = record.getRun().getNumber() > compared.getRun().getNumber();
        boolean ofReference = record.getReference().equals(compared.getRun().getExternalizableId());
        String id = record.origin()
                .verification()
                .map(VerificationOrigin::getRecordId)
                .orElse(record.getId());
        return id.equals(compared.getId())
                && (!record.verifies() || record.getServer().equals(server) && (later || ofReference));
    }

    /** Reads the records and verifications of builds in their order. */
    void read(List<Entry> entries, PrintStream log) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.verification) {
                verified(entry, log);
                // builds can run at the same time, so that one with a lower number is recorded later
                entries.subList(0, i).stream()
                        .filter(earlier -> earlier.mayBeLaterThan(entry))
                        .forEach(record -> recorded(record.file, log));
            } else {
                recorded(entry.file, log);
            }
        }
    }

    private void verified(Entry verification, PrintStream log) {
        int before = fixed.size();
        verified(verification.file, log);
        if (fixed.size() > before) {
            Instant time = verification.begun;
            log.println("Build " + verification.build + " of " + TimeFormat.minute(time) + " verified that "
                    + Digits.counted(fixed.size() - before, "finding is fixed", "findings are fixed"));
        }
    }

    /** Adds the fixed findings of a verification, and removes those that were still there. */
    void verified(Path file, PrintStream log) {
        read(file, log, recorded -> {
            if (recorded.state() == FindingState.FIXED) {
                add(recorded.finding());
            } else if (recorded.state() == FindingState.OUTSTANDING) {
                remove(recorded.finding());
            }
        });
    }

    private void add(Finding finding) {
        long fingerprint = Fingerprint.of(finding);
        fixed.add(fingerprint);
        Place.of(finding)
                .forEach(place ->
                        places.computeIfAbsent(place, any -> new HashSet<>()).add(fingerprint));
    }

    /** Removes all findings that may be this one. */
    private void remove(Finding finding) {
        Place.of(finding).forEach(place -> fixed.removeAll(places.getOrDefault(place, Set.of())));
    }

    /** Removes the findings that a record has. */
    void recorded(Path file, PrintStream log) {
        if (!fixed.isEmpty()) {
            read(file, log, recorded -> {
                if (recorded.state().current()) {
                    remove(recorded.finding());
                }
            });
        }
    }

    /** Passes the findings of a file on. Without the file, it is not known which verified findings were found again. */
    private void read(Path file, PrintStream log, StoredFindings.Sink sink) {
        try {
            StoredFindings.open(file).forEach(row -> true, sink);
        } catch (IOException e) {
            fixed.clear();
            log.println("Verified fixes are left out of the comparison: " + e.getMessage());
        }
    }

    /** Returns whether the finding of the reference was verified as fixed, and not found again since. */
    boolean contains(Finding finding) {
        return !fixed.isEmpty() && fixed.contains(Fingerprint.of(finding));
    }
}
