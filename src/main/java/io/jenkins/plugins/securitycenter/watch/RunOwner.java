package io.jenkins.plugins.securitycenter.watch;

/**
 * Identifies the build that owns a run, and the server and credentials it uses.
 *
 * @param key identifies the run; unchanged after a restart
 * @param build the build that the run belongs to, for example {@code folder/job#12}
 * @param server name of the server in the configuration
 * @param credentialsId credentials that the build specified; empty for those of the server
 */
public record RunOwner(String key, String build, String server, String credentialsId) {}
