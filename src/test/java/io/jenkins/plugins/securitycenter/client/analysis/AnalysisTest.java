package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingKey;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTest {

    private static final int FOUND = 2 * AnalysisQuery.ROWS + 17;

    private final Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(FOUND));
    private final SecurityCenter server = rig.open(Rig.KEYS);
    private final List<String> restarts = new ArrayList<>();
    private AnalysisQuery query;

    @BeforeEach
    void scan() throws Exception {
        query = AnalysisQuery.ofScanResult(new Scans(server, ScanKind.ACTIVE)
                .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                .id());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void readsAllPages() throws Exception {
        assertThat(keys(query)).hasSize(FOUND).doesNotHaveDuplicates();
        assertThat(rig.count("POST /analysis")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"NO_TOTALS", "EXTRA_ROW"})
    void readsEachFindingOnceWhateverPagesLookLike(Quirk quirk) throws Exception {
        List<FindingKey> before = keys(query);
        rig.simulator.controls().set(quirk, true);

        assertThat(keys(query)).containsExactlyElementsOf(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"MOVING_ROWS", "VANISHING_ROWS"})
    void readsAgainWhenTheTotalChanges(Quirk quirk) throws Exception {
        Set<FindingKey> before = new HashSet<>(keys(AnalysisQuery.of(SourceType.CUMULATIVE)));
        rig.simulator.controls().set(quirk, true);

        List<FindingKey> read = keys(AnalysisQuery.of(SourceType.CUMULATIVE));

        assertThat(read).doesNotHaveDuplicates();
        assertThat(before).containsAll(read);
        assertThat(read).hasSize(quirk == Quirk.MOVING_ROWS ? FOUND : FOUND - 1);
        assertThat(restarts)
                .singleElement()
                .asString()
                .matches("the number of findings changed from 10\\d\\d to 10\\d\\d while they were being read");
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        List<String> pages = new ArrayList<>();
        new Analysis(server).read(query, new Analysis.FindingsListener() {
            @Override
            public void finding(Finding finding) {
                // Only the pages count here.
            }

            @Override
            public void page(long read, OptionalLong total) {
                pages.add(read + " of " + total.orElse(-1));
            }
        });
        assertThat(pages).containsExactly("500 of " + FOUND, "1000 of " + FOUND, FOUND + " of " + FOUND);
    }

    @Test
    void findsTheHosts() throws Exception {
        Set<String> withFindings = new HashSet<>();
        new Analysis(server)
                .read(
                        query,
                        finding -> withFindings.add(
                                finding.repository() + finding.host().address()));
        List<String> hosts = new ArrayList<>();

        new Analysis(server)
                .hosts(
                        query,
                        finding ->
                                hosts.add(finding.repository() + finding.host().address()));

        assertThat(hosts).containsExactlyInAnyOrderElementsOf(withFindings);
    }

    @Test
    void countsWhatItReads() throws Exception {
        Totals totals = new Analysis(server).totals(query);

        assertThat(totals.total()).isEqualTo(FOUND);
        long high = new Analysis(server).read(query.minimumSeverity(Severity.HIGH), finding -> {});
        assertThat(high).isPositive().isEqualTo(totals.atLeast(Severity.HIGH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "{}", "{\"0\":\"192.168.100.1\",\"results\":null}"})
    void doesNotTakeAnAnswerWithoutResultsForAnEmptyOne(String response) {
        rig.simulator
                .faults()
                .on("POST", "/analysis")
                .answer(200, "application/json", "{\"error_code\":0,\"response\":" + response + "}");

        assertThatThrownBy(() -> new Analysis(server).totals(query))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageEndingWith("of scan result 1: the response does not contain a list of results.");
        assertThatThrownBy(() -> new Analysis(server).read(query, finding -> {}))
                .isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void handsNoFindingOverTwiceWhenAPageIsRepeated() throws Exception {
        rig.simulator.faults().on("POST", "/analysis").cutChunkedBody().times(1);

        assertThat(keys(query)).hasSize(FOUND).doesNotHaveDuplicates();
        assertThat(rig.count("POST /analysis")).isEqualTo(4);
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        List<FindingKey> read = new ArrayList<>();

        assertThatThrownBy(() -> new Analysis(server).read(query, finding -> {
                    read.add(finding.key());
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(read).hasSize(AnalysisQuery.ROWS);
    }

    private List<FindingKey> keys(AnalysisQuery which) throws Exception {
        List<FindingKey> keys = new ArrayList<>();
        restarts.clear();
        long count = new Analysis(server).read(which, new Analysis.FindingsListener() {
            @Override
            public void finding(Finding finding) {
                keys.add(finding.key());
            }

            @Override
            public void restart(String reason, long missing) {
                restarts.add(reason);
                keys.clear();
            }
        });
        assertThat(keys).hasSize((int) count);
        return keys;
    }
}
