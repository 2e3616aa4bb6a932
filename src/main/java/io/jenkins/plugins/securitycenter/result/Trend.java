package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.result.view.TrendChart;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The trend of one record ID of a job.
 *
 * @param id the ID of the record
 * @param name the name of the record in the newest build
 */
@Restricted(NoExternalUse.class)
public record Trend(String id, String name, TrendChart chart) {}
