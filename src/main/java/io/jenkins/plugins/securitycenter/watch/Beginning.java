package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.time.Instant;
import java.util.Optional;

/** How a run comes to its scan result. What makes the server begin something is sent once. */
interface Beginning {

    /** What to wait for, once there is a scan result. */
    ScanOrder order();

    /**
     * Does what can be done again; the state is to be stored before anything is begun.
     *
     * @param state a new one, or one that was stored on the way
     * @throws ScanFailedException when it is certain that the server will refuse
     */
    RunState prepare(SecurityCenter server, RunState state, Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException;

    /** Begins; a lost answer is made good by looking for the new scan result. */
    RunState begin(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException;

    /**
     * Looks for the scan result that an earlier beginning may have brought.
     *
     * @throws ScanFailedException when several could be it
     */
    Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException;

    /** What stands before the name in messages. */
    default String noun() {
        return "scan";
    }

    /** What has been done, as the first word of a line of the log. */
    String done();

    /** Whether there may be something on the server that was made for this run only. */
    default boolean leaves(RunState state) {
        return false;
    }

    /** Takes away what was made for this run only; returns what was done, as a line of the log. */
    default String tidy(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        return "";
    }

    /** What happens on the way to the beginning. */
    interface Steps {

        /** Stores the state before it returns. */
        void saved(RunState state);

        void log(String line);

        Instant now();
    }
}
