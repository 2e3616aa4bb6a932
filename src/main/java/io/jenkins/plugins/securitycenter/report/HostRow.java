package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Totals;

/** A host in a table, with the numbers of its findings. */
public record HostRow(Host host, Totals totals) {}
