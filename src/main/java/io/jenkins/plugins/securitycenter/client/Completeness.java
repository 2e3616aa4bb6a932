package io.jenkins.plugins.securitycenter.client;

/**
 * How much of what there is was read.
 *
 * @param repeated rows that came more than once and were counted once
 * @param missing rows that the server counted and did not answer; 0 when nothing is missing
 */
public record Completeness(long repeated, long missing) {}
