package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;

/**
 * A finding in a table.
 *
 * @param row number of the finding in the file, for {@link StoredFindings#get}
 * @param finding the finding without its long texts: synopsis, description, links and output are empty, as is the
 *     time when it was last seen; the solution may be shortened
 */
public record FindingRow(int row, FindingState state, boolean suppressed, boolean overdue, Finding finding) {}
