package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.PluginFeed;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ScanFacts;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Judges the quality of the scan whose findings were read. */
record QualityCheck(ScanQuality quality, SecurityCenter server, PrintStream log, InstantSource clock) {

    /** Returns the summary with the verdicts on the quality of the scan. */
    RecordSummary judge(RecordSummary summary, Optional<ScanCoverage> coverage)
            throws SecurityCenterException, InterruptedException {
        CheckedHosts checked = summary.checked();
        ScanFacts facts = new ScanFacts(
                checked,
                coverage.isPresent(),
                coverage.map(ScanCoverage::reached).orElse(OptionalLong.empty()),
                coverage.map(ScanCoverage::total).orElse(OptionalLong.empty()),
                quality.needsServerFeed(checked) ? serverFeed() : Optional.empty());
        return summary.ofQuality(quality.judge(facts, clock.instant()));
    }

    private Optional<Instant> serverFeed() throws SecurityCenterException, InterruptedException {
        try {
            return new PluginFeed(server).updateTime();
        } catch (ErrorResponseException e) {
            log.println("The time of the plugin feed is unknown: " + e.getMessage());
            return Optional.empty();
        }
    }
}
