package io.jenkins.plugins.securitycenter.watch;

/**
 * A scan that was created for a build and remains on the server although the build has ended.
 *
 * @param build for example {@code folder/job#12}
 */
public record OrphanedScan(String name, String build) {}
