package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Builds whose scans find the same, while the names of hosts change. */
class HostNameStoriesTest {

    @TempDir
    Path directory;

    private StoryBuilds builds;

    @BeforeEach
    void open() {
        builds = new StoryBuilds(directory, List.of());
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"INFO", "MEDIUM"})
    void severalNamesShareAnAddress(Severity minimum) throws Exception {
        builds.build(ScanReports.COMPLETE, minimum);
        String ip = address();
        builds.startOver();
        String[] names = {"shop.example.com", "blog.example.com", "mail.example.com"};
        long all = builds.build(ScanReports.COMPLETE.named(ip, names), minimum)
                .total()
                .total();
        Finding gone = builds.findings().stream()
                .filter(finding -> finding.host().dnsName().equals("blog.example.com"))
                .findFirst()
                .orElseThrow();
        long others = builds.findings().stream()
                .filter(finding -> finding.plugin().id().equals(gone.plugin().id()))
                .count();

        same(builds.build(ScanReports.COMPLETE.named(ip, names), minimum), all);
        StateCounts fixed = builds.build(
                ScanReports.COMPLETE.named(ip, names).lacking(gone.plugin().id()), minimum);
        assertThat(fixed.fixed().total()).isEqualTo(others);
        assertThat(fixed.added().total()).isZero();
        assertThat(fixed.outstanding().total()).isEqualTo(all - others);
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"INFO", "MEDIUM"})
    void theNameComesAndGoes(Severity minimum) throws Exception {
        long all = builds.build(ScanReports.COMPLETE, minimum).total().total();
        ScanReports nameless = ScanReports.COMPLETE.named(address(), "");

        same(builds.build(nameless, minimum), all);
        same(builds.build(ScanReports.COMPLETE, minimum), all);
        same(builds.build(nameless, minimum), all);
    }

    @Test
    void theNameOfOneOfSeveralIsMissing() throws Exception {
        builds.build(ScanReports.COMPLETE, Severity.INFO);
        String ip = address();
        builds.startOver();
        builds.build(ScanReports.COMPLETE.named(ip, "shop.example.com", "blog.example.com"), Severity.INFO);
        long all = builds.last().changes().total().total();

        // The nameless host could be either of the two.
        StateCounts counts = builds.build(ScanReports.COMPLETE.named(ip, "", "blog.example.com"), Severity.INFO);
        assertThat(counts.fixed().total()).isZero();
        assertThat(counts.total().total()).isEqualTo(all);

        counts = builds.build(ScanReports.COMPLETE.named(ip, "shop.example.com", "blog.example.com"), Severity.INFO);
        assertThat(counts.fixed().total()).isZero();
        assertThat(counts.added().total()).isZero();
        assertThat(counts.outstanding().total()).isEqualTo(all);
    }

    @Test
    void theNameChangesAndComesBack() throws Exception {
        long all = builds.build(ScanReports.COMPLETE, Severity.INFO).total().total();
        String ip = address();
        long there = builds.findings().stream()
                .filter(finding -> finding.host().ip().equals(ip))
                .count();

        // SecurityCenter has another host now, and does not know anything about the old one.
        StateCounts other = builds.build(ScanReports.COMPLETE.named(ip, "other.example.com"), Severity.INFO);
        assertThat(other.fixed().total()).isZero();
        assertThat(other.added().total()).isEqualTo(there);
        assertThat(other.notScanned().total()).isEqualTo(there);

        StateCounts again = builds.build(ScanReports.COMPLETE, Severity.INFO);
        assertThat(again.fixed().total()).isZero();
        assertThat(again.added().total()).isZero();
        assertThat(again.outstanding().total()).isEqualTo(all);
    }

    private static void same(StateCounts counts, long all) {
        assertThat(counts.fixed().total()).isZero();
        assertThat(counts.added().total()).isZero();
        assertThat(counts.notScanned().total()).isZero();
        assertThat(counts.notChecked().total()).isZero();
        assertThat(counts.outstanding().total()).isEqualTo(all);
    }

    /** The address of a host with a name that SecurityCenter identifies by both. */
    private String address() throws IOException {
        return builds.findings().stream()
                .map(Finding::host)
                .filter(host -> host.uuid().isEmpty() && !host.dnsName().isEmpty())
                .map(host -> host.ip())
                .findFirst()
                .orElseThrow();
    }
}
