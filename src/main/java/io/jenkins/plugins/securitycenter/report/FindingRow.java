package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Finding;

/**
 * A finding in a table.
 *
 * @param row its number in the file, for {@link StoredFindings#get}
 * @param finding without the long texts: synopsis, description, solution, links and output are empty, and so is the
 *     time when it was last seen
 */
public record FindingRow(int row, Change change, Finding finding) {}
