package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;

/**
 * The content of a document: a record and its stored findings.
 *
 * @param filter selects the listed findings; counts and verdicts are always those of the whole record
 */
public record RecordContent(
        DocumentHeader header,
        RecordSummary summary,
        StoredFindings findings,
        FindingTable table,
        TableFilter filter) {}
