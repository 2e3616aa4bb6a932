package io.jenkins.plugins.securitycenter.watch;

/**
 * Identifies the build that owns a run, and the server and credentials it uses.
 *
 * @param key identifies the run; unchanged after a restart
 * @param build the build that the run belongs to, for example {@code folder/job#12}
 * @param server name of the server in the configuration
 * @param credentialsId credentials that the build specified; empty for those of the server
 */
public record RunOwner(String key, String build, String server, String credentialsId) {

    /** Returns this owner after a job was renamed or moved; the same if it is another job. */
    RunOwner moved(String from, String to) {
        int number = build.lastIndexOf('#');
        return number > 0 && build.substring(0, number).equals(from) ? ofBuild(to + build.substring(number)) : this;
    }

    /** Returns this owner with the present name of its build. */
    RunOwner ofBuild(String name) {
        return new RunOwner(key, name, server, credentialsId);
    }
}
