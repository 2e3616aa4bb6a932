package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Law;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.ArbitraryFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import io.jenkins.plugins.securitycenter.suppression.SuppressionPolicy;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SuppressionLawTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 31);

    @Provide
    Arbitrary<List<Finding>> findings() {
        return ArbitraryFindings.distinct();
    }

    @Provide
    Arbitrary<Optional<List<Finding>>> reference() {
        return findings().optional();
    }

    @Provide
    Arbitrary<Gate> gate() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(Gate.Type.class),
                        Arbitraries.of(Gate.Result.class))
                .as((threshold, severity, type, result) ->
                        new Gate(threshold, severity, type, GateCondition.NONE, result));
    }

    @Law
    void aSuppressionNeverMakesAVerdictWorse(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll @IntRange(min = 1, max = 4) int every,
            @ForAll("gate") Gate gate) {
        RecordSummary without =
                Recorded.of(before, now, Suppressions.none(), gate).summary();
        RecordSummary with =
                Recorded.of(before, now, some(before, now, every), gate).summary();

        assertThat(with.verdict().outcome())
                .isLessThanOrEqualTo(without.verdict().outcome());
        assertThat(with.verdict().gates().get(0).count())
                .isLessThanOrEqualTo(without.verdict().gates().get(0).count());
    }

    @Law
    void whatIsSuppressedIsCountedOnlyAsSuch(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll @IntRange(min = 1, max = 4) int every,
            @ForAll("gate") Gate gate) {
        StateCounts without =
                Recorded.of(before, now, Suppressions.none(), gate).changes();
        StateCounts with =
                Recorded.of(before, now, some(before, now, every), gate).changes();

        assertThat(with.total().total() + with.suppressed().total())
                .isEqualTo(without.total().total());
        assertThat(without.suppressed().total()).isZero();
        assertThat(with.fixed()).isEqualTo(without.fixed());
        assertThat(with.notScanned()).isEqualTo(without.notScanned());
        if (with.compared()) {
            assertThat(with.added().total() + with.outstanding().total())
                    .isEqualTo(with.total().total());
        }
    }

    @Law
    void rulesThatMatchNothingChangeNothing(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate) {
        Suppressions unused = suppressions("  - {plugin: 999999999, until: 2027-12-31, reason: None}\n");
        Suppressions expired = suppressions(rules(before, now, 1).replace("2027-12-31", "2027-03-30"));
        RecordSummary plain =
                Recorded.of(before, now, Suppressions.none(), gate).summary();

        for (Suppressions nothing : List.of(unused, expired)) {
            RecordSummary summary = Recorded.of(before, now, nothing, gate).summary();
            assertThat(summary.changes()).isEqualTo(plain.changes());
            assertThat(summary.verdict()).isEqualTo(plain.verdict());
        }
    }

    private static Suppressions some(Optional<List<Finding>> before, List<Finding> now, int every) {
        return suppressions(rules(before, now, every));
    }

    /** Returns a rule by fingerprint for every so many of the findings. */
    private static String rules(Optional<List<Finding>> before, List<Finding> now, int every) {
        List<String> fingerprints = Stream.concat(before.stream().flatMap(List::stream), now.stream())
                .map(finding -> Fingerprint.text(Fingerprint.of(finding)))
                .distinct()
                .toList();
        return fingerprints.stream()
                .filter(fingerprint -> fingerprints.indexOf(fingerprint) % every == 0)
                .map(fingerprint -> "  - {fingerprint: " + fingerprint + ", until: 2027-12-31, reason: Known}\n")
                .collect(Collectors.joining());
    }

    private static Suppressions suppressions(String rules) {
        byte[] file = ("ignore:\n" + rules).getBytes(StandardCharsets.UTF_8);
        return Suppressions.of(SuppressionFile.parse("a.yaml", file).rules(), SuppressionPolicy.DEFAULT, TODAY);
    }
}
