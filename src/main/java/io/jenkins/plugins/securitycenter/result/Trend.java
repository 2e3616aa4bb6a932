package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.result.view.TrendChart;

/**
 * The trend of one record ID of a job.
 *
 * @param id the ID of the record
 * @param name the name of the record in the newest build
 */
public record Trend(String id, String name, TrendChart chart) {}
