package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import io.jenkins.plugins.securitycenter.suppression.SuppressionPolicy;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final Gate NO_NEW =
            new Gate(1, Severity.HIGH, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE);

    private static final Instant NOW = finding().build().lastSeen().orElseThrow();

    private final Lines store = new Lines();
    private final Lines export = new Lines();
    private Gate gate = NO_NEW;
    private Suppressions suppressions = Suppressions.none();

    @Test
    void comparesStoresAndExportsInOnePass() throws Exception {
        List<Finding> before = List.of(plugin("1"), plugin("2"));
        RecordSummary summary = record(Optional.of(before), plugin("2"), plugin("3"));
        assertThat(store.lines).containsExactly("begin", "2 OUTSTANDING", "3 NEW", "1 FIXED", "end", "close");
        assertThat(export.lines).containsExactly("begin", "2 OUTSTANDING", "3 NEW", "end", "close");
        assertThat(summary.changes().added().total()).isEqualTo(1);
        assertThat(summary.changes().fixed().total()).isEqualTo(1);
        assertThat(summary.verdict().outcome()).isEqualTo(Verdict.Outcome.FAILED);
    }

    @Test
    void doesNotCallAFindingFixedWhoseHostWasNotScanned() throws Exception {
        Finding elsewhere = finding().plugin("1").ip("192.0.2.77").build();
        record(Optional.of(List.of(elsewhere)), plugin("2"));
        assertThat(store.lines).contains("1 NOT_SCANNED");
    }

    @Test
    void hasNothingNewWithoutAReference() throws Exception {
        RecordSummary summary = record(Optional.empty(), plugin("1"));
        assertThat(export.lines).containsExactly("begin", "1 UNKNOWN", "end", "close");
        assertThat(summary.changes().compared()).isFalse();
        assertThat(summary.verdict().passed()).isTrue();
    }

    @Test
    void closesTheReferenceAlsoWhenAWriterFailsToClose() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        ReferenceFindings reference = new ReferenceFindings() {
            @Override
            public void read(Consumer<Finding> consumer) {
                consumer.accept(plugin("1"));
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        FindingWriter full = new Lines() {
            @Override
            public void close() throws IOException {
                throw new IOException("The disk is full.");
            }
        };
        Recording recording = Recordings.plain(
                Optional.of(reference), List.of(), incomplete -> new FindingWriters(store, List.of(full)), NOW);
        recording.begin();
        assertThatIOException().isThrownBy(recording::close).withMessage("The disk is full.");
        assertThat(closed).isTrue();
    }

    @Test
    void keepsNothingOfFindingsThatDoNotCount() throws Exception {
        List<Lines> stores = new ArrayList<>();
        Optional<ReferenceFindings> reference = Optional.of(List.of(plugin("1"), plugin("2"))::forEach);
        FindingWriters.Factory outputs = incomplete -> {
            stores.add(new Lines());
            return new FindingWriters(stores.get(stores.size() - 1), List.of(export));
        };
        try (Recording recording = Recordings.plain(reference, List.of(NO_NEW), outputs, NOW)) {
            recording.begin();
            recording.accept(plugin("1"));
            recording.accept(plugin("3"));
            recording.restart(false);
            recording.accept(plugin("2"));
            RecordSummary summary = recording.end();
            assertThat(summary.changes().total().total()).isEqualTo(1);
            assertThat(summary.changes().added().total()).isZero();
            assertThat(summary.verdict().passed()).isTrue();
        }
        assertThat(stores.get(0).lines).containsExactly("begin", "1 OUTSTANDING", "3 NEW", "close");
        assertThat(stores.get(1).lines).containsExactly("begin", "2 OUTSTANDING", "1 FIXED", "end", "close");
        assertThat(export.lines)
                .containsExactly("begin", "1 OUTSTANDING", "3 NEW", "close", "begin", "2 OUTSTANDING", "end", "close");
    }

    @Test
    void callsNothingFixedWhenFindingsAreMissing() throws Exception {
        List<Boolean> told = new ArrayList<>();
        Optional<ReferenceFindings> reference = Optional.of(List.of(plugin("1"), plugin("2"))::forEach);
        FindingWriters.Factory outputs = incomplete -> {
            told.add(incomplete);
            return new FindingWriters(new Lines(), List.of());
        };
        try (Recording recording = Recordings.plain(reference, List.of(), outputs, NOW)) {
            recording.begin();
            recording.restart(true);
            recording.accept(plugin("2"));
            RecordSummary summary = recording.end();
            assertThat(summary.changes().fixed().total()).isZero();
            assertThat(summary.changes().notScanned().total()).isEqualTo(1);
            assertThat(summary.verdict().outcome()).isEqualTo(Verdict.Outcome.UNSTABLE);
            assertThat(summary.verdict().passed()).isFalse();
            assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
        }
        assertThat(told).containsExactly(false, true);
    }

    @Test
    void storesAndExportsWhatIsSuppressedButDoesNotCountIt() throws Exception {
        List<Finding> before = List.of(plugin("1"), plugin("2"));
        RecordSummary summary = suppressed("3", before, plugin("1"), plugin("3"));
        assertThat(store.lines)
                .containsExactly("begin", "1 OUTSTANDING", "3 NEW suppressed", "2 FIXED", "end", "close");
        assertThat(export.lines).contains("3 NEW suppressed");
        assertThat(summary.changes().total().total()).isEqualTo(1);
        assertThat(summary.changes().added().total()).isZero();
        assertThat(summary.changes().suppressed().high()).isEqualTo(1);
        assertThat(summary.verdict().passed()).isTrue();
        assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
    }

    @Test
    void countsAFindingAsOutstandingWhenItsSuppressionEnds() throws Exception {
        RecordSummary summary = suppressed("9", List.of(plugin("1")), plugin("1"));
        assertThat(summary.changes().outstanding().total()).isEqualTo(1);
        assertThat(summary.changes().total().total()).isEqualTo(1);
        assertThat(summary.suppressions().unused()).hasSize(1);
    }

    @Test
    void exportsMissingFindingsIfTheFormatTakesThem() throws Exception {
        record(Optional.of(List.of(plugin("1"), plugin("2"))), plugin("2"));
        assertThat(export.lines).doesNotContain("1 FIXED");

        export.missing = true;
        export.lines.clear();
        record(Optional.of(List.of(plugin("1"), plugin("2"))), plugin("2"));
        assertThat(export.lines).containsExactly("begin", "2 OUTSTANDING", "1 FIXED", "end", "close");
        assertThat(ExportFormat.JSONL
                        .writer(OutputStream.nullOutputStream(), ExportOptions.DEFAULT.withMissing(true))
                        .takesMissing())
                .isTrue();
        assertThat(ExportFormat.JSONL
                        .writer(OutputStream.nullOutputStream(), ExportOptions.DEFAULT)
                        .takesMissing())
                .isFalse();
    }

    @Test
    void leavesFixedFindingsFixedWhenARuleCoversThem() throws Exception {
        RecordSummary summary = suppressed("1", List.of(plugin("1")), plugin("2"));
        assertThat(store.lines).contains("1 FIXED");
        assertThat(summary.changes().fixed().total()).isEqualTo(1);
        assertThat(summary.changes().suppressed().total()).isZero();
    }

    @Test
    void suppressedFindingsOfTheReferenceMaskNoOthers() throws Exception {
        gate = new Gate(1, Severity.HIGH, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.FAILURE);
        RecordSummary summary = suppressed("1", List.of(plugin("1")), plugin("1"), plugin("2"));
        assertThat(summary.verdict().gates().get(0).sentence())
                .contains("1 more finding")
                .contains("(1 now, 0 before)");
        assertThat(summary.verdict().outcome()).isEqualTo(Verdict.Outcome.FAILED);
    }

    private RecordSummary suppressed(String plugin, List<Finding> before, Finding... current) throws Exception {
        SuppressionFile file = SuppressionFile.parse(
                "a.yaml",
                ("ignore: [{plugin: " + plugin + ", until: 2027-12-31, reason: Known}]")
                        .getBytes(StandardCharsets.UTF_8));
        suppressions = Suppressions.of(file.rules(), SuppressionPolicy.DEFAULT, LocalDate.of(2027, 3, 31));
        return record(Optional.of(before), current);
    }

    private RecordSummary record(Optional<List<Finding>> before, Finding... current) throws Exception {
        Optional<ReferenceFindings> reference = before.map(findings -> findings::forEach);
        try (Recording recording = new Recording(
                reference,
                List.of(gate),
                RiskRules.DEFAULT,
                suppressions,
                incomplete -> new FindingWriters(store, List.of(export)),
                BuildDay.of(NOW))) {
            recording.begin();
            List.of(current).forEach(recording::accept);
            return recording.end();
        }
    }

    private static Finding plugin(String id) {
        return finding().plugin(id).build();
    }

    private static class Lines implements FindingWriter {

        private final List<String> lines = new ArrayList<>();
        private boolean missing;

        @Override
        public boolean takesMissing() {
            return missing;
        }

        @Override
        public void begin() {
            lines.add("begin");
        }

        @Override
        public void write(RecordedFinding recorded) {
            lines.add(recorded.finding().plugin().id() + " " + recorded.state()
                    + (recorded.suppressed() ? " suppressed" : ""));
        }

        @Override
        public void end() {
            lines.add("end");
        }

        @Override
        public void close() throws IOException {
            lines.add("close");
        }
    }
}
