package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.result.view.TrendChart;

/**
 * The trend of one record of a job.
 *
 * @param id of the record
 * @param name of the record in the newest build
 */
public record Trend(String id, String name, TrendChart chart) {}
