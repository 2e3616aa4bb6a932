package io.jenkins.plugins.securitycenter.watch;

/**
 * Whose a run is.
 *
 * @param key identifies the run, and is the same after a restart
 * @param build the build that it belongs to, for example {@code folder/job#12}
 * @param server the name of the server in the configuration
 * @param credentialsId the credentials that the build asked for; empty for those of the server
 */
public record RunOwner(String key, String build, String server, String credentialsId) {}
