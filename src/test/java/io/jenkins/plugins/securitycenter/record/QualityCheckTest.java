package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QualityCheckTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String HOUR_AGO = "1699996400";

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @Test
    void readsTheFeedOfTheServerIfTheScanReportsNone() throws Exception {
        script.says("GET /feed", "{\"active\":{\"updateTime\":\"" + HOUR_AGO + "\",\"stale\":\"false\"}}");
        assertThat(feed(CheckedHosts.NONE).sentence())
                .isEqualTo(
                        "The plugin feed of SecurityCenter (the scan does not report its own) is 0.1 days old, at most"
                                + " 7 days allowed");
        assertThat(feed(CheckedHosts.NONE.ofFeed(Optional.of(NOW))).sentence())
                .isEqualTo("The plugin feed of the scanner is 0 days old, at most 7 days allowed");
    }

    @Test
    void doesNotKnowTheFeedOfPassiveScanners() throws Exception {
        script.says("GET /feed", "{\"active\":{\"updateTime\":\"0\"},\"sc\":{\"updateTime\":\"" + HOUR_AGO + "\"}}");
        assertThat(feed(CheckedHosts.NONE).violated()).isTrue();
    }

    @Test
    void doesNotKnowAFeedThatTheServerKeepsSecret() throws Exception {
        script.refuses("GET /feed", 146, "Not for you");
        assertThat(feed(CheckedHosts.NONE).violated()).isTrue();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .startsWith("The time of the plugin feed is unknown: ")
                .contains("Not for you");
    }

    @Test
    void comparesReachedAndAllAddresses() throws Exception {
        ScanCoverage coverage = ScanCoverage.of(Attributes.of(new ObjectMapper()
                .readTree("{\"status\":\"Completed\",\"importStatus\":\"Finished\",\"totalIPs\":\"9\","
                        + "\"progress\":{\"scannedSize\":8}}")));
        ScanQuality quality = new ScanQuality(0, 90, 0, Gate.Result.UNSTABLE);
        assertThat(judge(quality, CheckedHosts.NONE, Optional.of(coverage)).sentence())
                .isEqualTo("The scan reached 8 of 9 addresses (88.8 %), at least 90 % required");
        assertThat(judge(quality, CheckedHosts.NONE, Optional.empty()).violated())
                .isTrue();
    }

    private QualityVerdict feed(CheckedHosts checked) throws Exception {
        return judge(new ScanQuality(0, 0, 7, Gate.Result.UNSTABLE), checked, Optional.empty());
    }

    private QualityVerdict judge(ScanQuality quality, CheckedHosts checked, Optional<ScanCoverage> coverage)
            throws Exception {
        PrintStream lines = new PrintStream(log, true, StandardCharsets.UTF_8);
        RecordSummary summary = new QualityCheck(quality, server, lines, () -> NOW)
                .judge(new RecordSummary(StateCounts.NONE, Verdict.NONE, checked, SuppressionReport.NONE), coverage);
        assertThat(summary.checked()).isEqualTo(checked);
        return summary.verdict().quality().get(0);
    }
}
