package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ScannedHost;
import java.util.List;

/**
 * What was read for a record.
 *
 * @param summary the findings, and the verdict of gates and scan quality
 * @param partial whether the scan is partial
 * @param scanId the ID of the scan definition; empty if there is none
 * @param hosts see {@link io.jenkins.plugins.securitycenter.gate.HostChecks#hosts()}
 */
record RecordReading(
        RecordSummary summary,
        boolean partial,
        String scanId,
        boolean nothingScanned,
        Completeness completeness,
        List<ScannedHost> hosts) {}
