package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every filter, asked of a server for every source. */
class FilteredFindingsTest {

    private record Case(String word, Function<Finding, String> value, Predicate<Finding> meets) {

        @Override
        public String toString() {
            return word;
        }
    }

    private static final int FOUND = 400;

    private static Rig rig;
    private static SecurityCenter server;
    private static String result;

    @BeforeAll
    static void scanTwice() throws Exception {
        rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(FOUND));
        server = rig.open(Rig.KEYS);
        for (String scan : List.of("1", "9", "1")) {
            result = new Scans(server, ScanKind.ACTIVE)
                    .launch(new Scans(server, ScanKind.ACTIVE).find(scan))
                    .id();
        }
    }

    @AfterAll
    static void close() {
        server.close();
        rig.close();
    }

    static Stream<Arguments> cases() {
        return Stream.of(SourceType.values()).flatMap(source -> wanted().map(one -> Arguments.of(source, one)));
    }

    private static Stream<Case> wanted() {
        return Stream.of(
                new Case(
                        "severity",
                        any -> "High,Medium",
                        one -> one.severity() == Severity.HIGH || one.severity() == Severity.MEDIUM),
                same("plugin", one -> one.plugin().id()),
                same("family", one -> one.plugin().family()),
                same("host", one -> one.host().ip()),
                same("port", one -> Integer.toString(one.port())),
                same("protocol", Finding::protocol),
                same("repository", one -> one.repository().name()),
                new Case(
                        "cve",
                        one -> one.plugin().cves().get(0),
                        one -> !one.plugin().cves().isEmpty()),
                new Case("exploitAvailable", any -> "true", one -> one.risk().exploitAvailable()),
                new Case("cvss", any -> "7", one -> one.risk().cvss().orElse(0) >= 7),
                new Case(
                        "vpr",
                        any -> "5-8",
                        one -> one.risk().vpr().orElse(0) >= 5
                                && one.risk().vpr().orElse(0) <= 8),
                new Case("seenWithinDays", any -> "3", one -> one.lastSeen().isPresent()));
    }

    private static Case same(String word, Function<Finding, String> value) {
        return new Case(word, value, null);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesOnlyWhatMeetsTheFilter(SourceType source, Case wanted) throws Exception {
        AnalysisQuery all =
                source == SourceType.INDIVIDUAL ? AnalysisQuery.ofScanResult(result) : AnalysisQuery.of(source);
        Finding sample = read(all).stream()
                .filter(one -> !one.plugin().cves().isEmpty())
                .findFirst()
                .orElseThrow();
        String value = wanted.value().apply(sample);

        List<Finding> found =
                read(new FindingFilters(Map.of(wanted.word(), TextNode.valueOf(value))).addTo(all, server));

        assertThat(found).isNotEmpty().allMatch(meets(wanted, value));
    }

    private static Predicate<Finding> meets(Case wanted, String value) {
        return wanted.meets() == null ? one -> wanted.value().apply(one).equals(value) : wanted.meets();
    }

    private static List<Finding> read(AnalysisQuery query) throws Exception {
        List<Finding> findings = new ArrayList<>();
        new Analysis(server).read(query, findings::add);
        return findings;
    }
}
