package io.jenkins.plugins.securitycenter.watch;

/** Controls what a build runs on a server and waits for. No method blocks. */
public interface RunControl {

    /** Starts it, or continues it after a restart, unless it was started already. */
    void start();

    /** Aborts it, whether it was started or not, and performs the cleanup that the build requested. */
    void abort();

    /** Returns the status for users, for example "scan result 8: Running, 45 %". */
    String status();
}
