package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.ArbitraryFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingKey;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a build that records findings comes to.
 *
 * @param stored what is stored with the build
 */
record Recorded(RecordSummary summary, List<RecordedFinding> stored) {

    static Recorded of(Optional<List<Finding>> reference, List<Finding> current, Gate... gates) {
        return of(reference, current, Suppressions.none(), gates);
    }

    static Recorded of(
            Optional<List<Finding>> reference, List<Finding> current, Suppressions suppressions, Gate... gates) {
        Stored store = new Stored();
        Optional<ReferenceFindings> source = reference.map(findings -> findings::forEach);
        try (Recording recording = new Recording(
                source,
                List.of(gates),
                RiskRules.DEFAULT,
                suppressions,
                incomplete -> new FindingWriters(store, List.of()),
                BuildDay.of(ArbitraryFindings.NOW))) {
            recording.begin();
            current.forEach(recording::accept);
            return new Recorded(recording.end(), store.entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recorded compared(List<Finding> reference, List<Finding> current, Gate... gates) {
        return of(Optional.of(reference), current, gates);
    }

    StateCounts changes() {
        return summary.changes();
    }

    Verdict.Outcome outcome() {
        return summary.verdict().outcome();
    }

    List<Finding> findings(FindingState state) {
        return stored.stream()
                .filter(entry -> entry.state() == state)
                .map(RecordedFinding::finding)
                .toList();
    }

    Set<FindingKey> keys(FindingState state) {
        return keys(findings(state));
    }

    static Set<FindingKey> keys(List<Finding> findings) {
        return findings.stream().map(Finding::key).collect(Collectors.toSet());
    }

    /** What the next comparison knows of this build. */
    List<Finding> remembered() {
        return stored.stream()
                .filter(entry -> entry.state().remembered())
                .map(RecordedFinding::finding)
                .toList();
    }

    private static final class Stored implements FindingWriter {

        private final List<RecordedFinding> entries = new ArrayList<>();

        @Override
        public void begin() {
            entries.clear();
        }

        @Override
        public void write(RecordedFinding recorded) {
            entries.add(recorded);
        }

        @Override
        public void end() {
            // complete already
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
