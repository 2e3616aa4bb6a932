package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Law;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateEvaluations;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.gate.Verdict.Outcome;
import io.jenkins.plugins.securitycenter.model.ArbitraryFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** No gate becomes milder when things become worse. */
class GateLawTest {

    @Provide
    Arbitrary<List<Finding>> findings() {
        return ArbitraryFindings.distinct();
    }

    @Provide
    Arbitrary<Optional<List<Finding>>> reference() {
        return findings().optional();
    }

    @Provide
    Arbitrary<Finding> finding() {
        return ArbitraryFindings.one();
    }

    @Provide
    Arbitrary<Gate> gate() {
        Arbitrary<GateCondition> condition = Combinators.combine(
                        Arbitraries.of(false, true),
                        Arbitraries.of(0.0, 4.5, 9.0),
                        Arbitraries.of(0.0, 7.0),
                        Arbitraries.of("", "web servers"),
                        risk(),
                        scope())
                .as(GateCondition::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(Gate.Type.class),
                        Arbitraries.oneOf(Arbitraries.just(GateCondition.NONE), condition),
                        Arbitraries.of(Gate.Result.class))
                .as(Gate::new);
    }

    private static Arbitrary<RiskCondition> risk() {
        return Combinators.combine(
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(0.0, 10.0, 90.0),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(0, 0, 30, 300))
                .as(RiskCondition::new);
    }

    private static Arbitrary<ScopeCondition> scope() {
        return Combinators.combine(
                        Arbitraries.of(List.of(), List.of("CVE-2020-0001")),
                        Arbitraries.of(List.of(), List.of("192.0.2.0/24"), List.of("*.example.com")),
                        Arbitraries.of(List.of(), List.of("0", "443-65535")))
                .as((cves, hosts, ports) -> new ScopeCondition(texts(cves), texts(hosts), texts(ports)));
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }

    @Law
    void oneMoreFindingIsNeverBetter(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("finding") Finding more,
            @ForAll("gate") Gate gate) {
        // the first finding of a host says that it was scanned, and so what was fixed there
        Assume.that(reached(gate, now));
        Assume.that(gate.type() != Gate.Type.DELTA || now.stream().anyMatch(one -> samePlace(one, more)));
        Assume.that(!Recorded.keys(now).contains(more.key()));
        List<Finding> worse = new ArrayList<>(now);
        worse.add(more);

        assertNotBetter(before, worse, gate, Recorded.of(before, now, gate));
    }

    @Law
    void aWorseFindingIsNeverBetter(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll int which,
            @ForAll("gate") Gate gate) {
        Assume.that(!now.isEmpty());
        List<Finding> worse = new ArrayList<>(now);
        int index = Math.floorMod(which, now.size());
        worse.set(index, worse(now.get(index)));

        assertNotBetter(before, worse, gate, Recorded.of(before, now, gate));
    }

    @Law
    void aStricterGateIsNeverBetter(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate,
            @ForAll @IntRange(min = 1, max = 5) int threshold,
            @ForAll Severity severity) {
        Assume.that(reached(gate, now));
        Recorded recorded = Recorded.of(before, now, gate);
        int lower = Math.min(threshold, gate.threshold());
        Severity milder = severity.atLeast(gate.severity()) ? gate.severity() : severity;

        assertNotBetter(
                before, now, new Gate(lower, gate.severity(), gate.type(), gate.condition(), gate.result()), recorded);
        assertNotBetter(
                before,
                now,
                new Gate(gate.threshold(), gate.severity(), gate.type(), gate.condition(), Gate.Result.FAILURE),
                recorded);
        if (gate.type() != Gate.Type.DELTA) {
            assertNotBetter(
                    before,
                    now,
                    new Gate(gate.threshold(), milder, gate.type(), gate.condition(), gate.result()),
                    recorded);
            assertNotBetter(
                    before,
                    now,
                    new Gate(gate.threshold(), gate.severity(), gate.type(), GateCondition.NONE, gate.result()),
                    recorded);
        }
    }

    @Law
    void aMissingValueIsNeverBetter(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll int which,
            @ForAll("gate") Gate gate) {
        Assume.that(!now.isEmpty());
        int index = Math.floorMod(which, now.size());
        Finding known = now.get(index);
        Assume.that(!known.plugin().cves().isEmpty());
        List<Finding> unknown = new ArrayList<>(now);
        Risk risk = known.risk();
        unknown.set(
                index,
                new Finding(
                        known.plugin(),
                        known.severity(),
                        known.host(),
                        known.port(),
                        known.protocol(),
                        known.repository(),
                        new Risk(
                                risk.exploitAvailable(),
                                OptionalDouble.empty(),
                                0,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                risk.accepted(),
                                risk.acceptedComment(),
                                risk.recast()),
                        Optional.empty(),
                        known.lastSeen(),
                        known.output()));

        assertNotBetter(before, unknown, gate, Recorded.of(before, now, gate));
    }

    @Law
    void whatDoesNotCountAnyMoreNeverMasksANewFinding(
            @ForAll("findings") List<Finding> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate) {
        Assume.that(gate.type() == Gate.Type.DELTA);
        List<Finding> both = new ArrayList<>(now);
        before.stream().filter(one -> !Recorded.keys(now).contains(one.key())).forEach(both::add);
        Gate fresh = new Gate(gate.threshold(), gate.severity(), Gate.Type.NEW, gate.condition(), gate.result());

        // all findings of the reference are still current, whatever became of their scores and severities
        assertThat(only(Recorded.compared(before, both, gate).summary()).count())
                .isGreaterThanOrEqualTo(
                        only(Recorded.compared(before, both, fresh).summary()).count());
    }

    @Law
    void oneMoreGateIsNeverBetter(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate,
            @ForAll("gate") Gate more) {
        assertThat(Recorded.of(before, now, gate, more).outcome())
                .isEqualTo(worst(
                        Recorded.of(before, now, gate).outcome(),
                        Recorded.of(before, now, more).outcome()));
    }

    @Law
    void aMissingReferenceIsSaidAndChangesNoTotal(
            @ForAll("findings") List<Finding> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate) {
        GateVerdict without = only(Recorded.of(Optional.empty(), now, gate).summary());
        GateVerdict with = only(Recorded.compared(before, now, gate).summary());

        if (gate.type() == Gate.Type.TOTAL || gate.type() == Gate.Type.OVERDUE) {
            assertThat(without).isEqualTo(with);
        } else {
            assertThat(without.state())
                    .isEqualTo(reached(gate, now) ? GateVerdict.State.INACTIVE : GateVerdict.State.VIOLATED);
        }
    }

    @Law
    void aGateNoneOfWhoseHostsWasScannedNeverPasses(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate) {
        ScopeCondition elsewhere = new ScopeCondition(List.of(), List.of("198.51.100.0/24"), List.of());
        GateCondition condition = new GateCondition(false, 0, 0, "", RiskCondition.NONE, elsewhere);
        Gate limited = new Gate(gate.threshold(), gate.severity(), gate.type(), condition, gate.result());

        assertThat(only(Recorded.of(before, now, limited).summary()).violated()).isTrue();
    }

    /** Returns whether one of the hosts to which the gate is limited was scanned. */
    private static boolean reached(Gate gate, List<Finding> now) {
        return gate.condition().scope().host().isEmpty()
                || now.stream().anyMatch(finding -> GateEvaluations.inScope(gate, finding.host()));
    }

    @Law
    void anEmptyReferenceIsNeverBetter(
            @ForAll("findings") List<Finding> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate) {
        assertNotBetter(Optional.of(List.of()), now, gate, Recorded.compared(before, now, gate));
    }

    @Law
    void theSummaryReadsAsItWasStored(
            @ForAll("reference") Optional<List<Finding>> before,
            @ForAll("findings") List<Finding> now,
            @ForAll("gate") Gate gate,
            @ForAll("gate") Gate other) {
        RecordSummary summary = Recorded.of(before, now, gate, other).summary();

        assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
    }

    private static void assertNotBetter(Optional<List<Finding>> before, List<Finding> now, Gate gate, Recorded milder) {
        Recorded recorded = Recorded.of(before, now, gate);

        assertThat(recorded.outcome()).isGreaterThanOrEqualTo(milder.outcome());
        assertThat(only(recorded.summary()).count())
                .isGreaterThanOrEqualTo(only(milder.summary()).count());
    }

    private static Finding worse(Finding finding) {
        Severity severity = Severity.values()[Math.min(finding.severity().ordinal() + 1, 4)];
        OptionalDouble highest = OptionalDouble.of(10);
        return new Finding(
                finding.plugin(),
                severity,
                finding.host(),
                finding.port(),
                finding.protocol(),
                finding.repository(),
                new Risk(
                        true,
                        highest,
                        3,
                        highest,
                        OptionalDouble.of(100),
                        false,
                        "",
                        finding.risk().recast()),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.output());
    }

    private static boolean samePlace(Finding one, Finding other) {
        return one.repository().equals(other.repository())
                && one.host().identity().equals(other.host().identity());
    }

    private static Outcome worst(Outcome one, Outcome other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static GateVerdict only(RecordSummary summary) {
        assertThat(summary.verdict().gates()).hasSize(1);
        return summary.verdict().gates().get(0);
    }
}
