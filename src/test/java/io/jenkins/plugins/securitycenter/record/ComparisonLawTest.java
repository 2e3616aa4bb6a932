package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Law;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.ArbitraryFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingKey;
import io.jenkins.plugins.securitycenter.model.HostKey;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanInformation;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class ComparisonLawTest {

    private record Place(ResourceReference repository, HostKey host) {}

    @Provide
    Arbitrary<List<Finding>> findings() {
        return Combinators.combine(ArbitraryFindings.distinct(), Arbitraries.longs())
                .as((findings, seed) -> {
                    Random random = new Random(seed);
                    return findings.stream()
                            .map(finding -> reporting(finding, random))
                            .toList();
                });
    }

    /** The finding of any type of check, with any output where the plugin reports on the scan. */
    private static Finding reporting(Finding finding, Random random) {
        List<String> outputs = List.of(
                "output",
                "Credentialed checks : yes\nPort range : default",
                "Credentialed checks : no\nPort range : default",
                "Credentialed checks : yes\nPort range : 1-1024",
                "Port range : some");
        Plugin.CheckType[] types = Plugin.CheckType.values();
        return new Finding(
                finding()
                        .plugin(finding.plugin().id(), types[random.nextInt(types.length)])
                        .build()
                        .plugin(),
                finding.severity(),
                finding.host(),
                finding.port(),
                finding.protocol(),
                finding.repository(),
                finding.risk(),
                finding.firstSeen(),
                finding.lastSeen(),
                outputs.get(random.nextInt(outputs.size())));
    }

    @Law
    void nothingIsNewOrGoneComparedWithItself(@ForAll("findings") List<Finding> findings) {
        Recorded same = Recorded.compared(findings, findings);

        assertThat(same.changes().added()).isEqualTo(Totals.NONE);
        assertThat(same.changes().fixed()).isEqualTo(Totals.NONE);
        assertThat(same.changes().notScanned()).isEqualTo(Totals.NONE);
        assertThat(same.changes().notChecked()).isEqualTo(Totals.NONE);
        assertThat(same.changes().outstanding()).isEqualTo(same.changes().total());
        assertThat(same.changes().total().total()).isEqualTo(findings.size());
    }

    @Law
    void everyFindingIsCountedOnce(@ForAll("findings") List<Finding> before, @ForAll("findings") List<Finding> now) {
        Recorded recorded = Recorded.compared(before, now);

        assertThat(recorded.keys(FindingState.NEW)).isEqualTo(without(now, before));
        assertThat(recorded.keys(FindingState.OUTSTANDING)).isEqualTo(both(now, before));
        assertThat(gone(recorded)).isEqualTo(without(before, now));
        StateCounts counts = recorded.changes();
        assertThat(counts.added().total() + counts.outstanding().total()).isEqualTo(now.size());
        assertThat(counts.fixed().total()
                        + counts.notChecked().total()
                        + counts.notScanned().total()
                        + counts.outstanding().total())
                .isEqualTo(before.size());
        assertThat(recorded.stored())
                .hasSize(union(Recorded.keys(before), Recorded.keys(now)).size());
        assertThat(recorded.changes().total().total()).isEqualTo(now.size());
    }

    @Law
    void whatIsNewOneWayIsGoneTheOther(@ForAll("findings") List<Finding> one, @ForAll("findings") List<Finding> other) {
        Recorded there = Recorded.compared(one, other);
        Recorded back = Recorded.compared(other, one);

        assertThat(there.keys(FindingState.NEW)).isEqualTo(gone(back));
    }

    @Law
    void theOrderDoesNotMatter(
            @ForAll("findings") List<Finding> before, @ForAll("findings") List<Finding> now, @ForAll long seed) {
        assertThat(Recorded.compared(shuffled(before, seed), shuffled(now, seed))
                        .changes())
                .isEqualTo(Recorded.compared(before, now).changes());
    }

    @Law
    void onlyFindingsOfScannedHostsAreFixed(
            @ForAll("findings") List<Finding> before, @ForAll("findings") List<Finding> now) {
        Recorded recorded = Recorded.compared(before, now);

        assertThat(places(now)).containsAll(places(recorded.findings(FindingState.FIXED)));
        assertThat(recorded.findings(FindingState.NOT_SCANNED))
                .noneMatch(finding -> places(now).containsAll(places(List.of(finding))));
    }

    @Law
    void aHostThatWasNotScannedForABuildHasNothingNew(
            @ForAll("findings") List<Finding> first, @ForAll("findings") List<Finding> second) {
        Recorded between = Recorded.compared(first, second);
        List<Finding> gone = new ArrayList<>(between.findings(FindingState.NOT_SCANNED));
        gone.addAll(between.findings(FindingState.NOT_CHECKED));

        assertThat(Recorded.compared(between.remembered(), gone).keys(FindingState.NEW))
                .isEmpty();
    }

    @Law
    void aReportOnAHostNeverFixesMoreThere(
            @ForAll("findings") List<Finding> before, @ForAll("findings") List<Finding> now) {
        Recorded silent = Recorded.compared(silent(before), silent(now));
        Recorded reporting = Recorded.compared(silent(before), now);
        Set<FindingKey> gone = union(silent.keys(FindingState.FIXED), silent.keys(FindingState.NOT_SCANNED));

        assertThat(gone).containsAll(reporting.keys(FindingState.FIXED));
        assertThat(places(now)).containsAll(places(reporting.findings(FindingState.NOT_CHECKED)));
    }

    private static List<Finding> silent(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.plugin().id().equals(ScanInformation.PLUGIN))
                .toList();
    }

    private static Set<FindingKey> gone(Recorded recorded) {
        return union(
                recorded.keys(FindingState.FIXED),
                union(recorded.keys(FindingState.NOT_SCANNED), recorded.keys(FindingState.NOT_CHECKED)));
    }

    private static Set<Place> places(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Place(finding.repository(), finding.host().identity()))
                .collect(Collectors.toSet());
    }

    private static List<Finding> shuffled(List<Finding> findings, long seed) {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static Set<FindingKey> without(List<Finding> all, List<Finding> others) {
        Set<FindingKey> keys = Recorded.keys(all);
        return keys.stream().filter(key -> !Recorded.keys(others).contains(key)).collect(Collectors.toSet());
    }

    private static Set<FindingKey> both(List<Finding> one, List<Finding> other) {
        return Recorded.keys(one).stream()
                .filter(Recorded.keys(other)::contains)
                .collect(Collectors.toSet());
    }

    private static Set<FindingKey> union(Set<FindingKey> one, Set<FindingKey> other) {
        Set<FindingKey> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }
}
