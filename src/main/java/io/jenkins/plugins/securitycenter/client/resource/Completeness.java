package io.jenkins.plugins.securitycenter.client.resource;

/**
 * Describes how complete a read was.
 *
 * @param repeated the number of rows that were sent more than once and counted once
 * @param missing the number of rows that the server counted but did not send; 0 if nothing is missing
 */
public record Completeness(long repeated, long missing) {}
