package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Totals;

/** A host in a table, with its finding counts. */
public record HostRow(Host host, Totals totals) {}
