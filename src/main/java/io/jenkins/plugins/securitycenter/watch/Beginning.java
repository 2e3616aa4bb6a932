package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.time.Instant;
import java.util.Optional;

/** How a run comes to its scan result. What makes the server begin something is sent once. */
interface Beginning {

    /** What to wait for, once there is a scan result. */
    ScanOrder order();

    /** Does what can be done again; the state is to be stored before anything is begun. */
    RunState prepare(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException;

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

    /** What has been done, as the first word of a line of the log. */
    String done();
}
