package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.time.Instant;
import java.util.Locale;
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

    /**
     * Begins; a lost answer is made good by looking for what the server made.
     *
     * @throws SecurityCenterException when it may have begun, but could not be looked for
     * @throws ScanFailedException when it has not begun, or is not to be seen
     */
    RunState begin(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException;

    /**
     * Looks for the scan result that an earlier beginning may have brought.
     *
     * @throws ScanFailedException when several could be it
     */
    Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException;

    /** Goes on after a restart in which what has begun was known. */
    default void goOn(SecurityCenter server, RunState state) {}

    /** What stands before the name in messages. */
    default String noun() {
        return "scan";
    }

    /** What stands before the name at the beginning of a sentence. */
    default String title() {
        return noun().substring(0, 1).toUpperCase(Locale.ROOT) + noun().substring(1);
    }

    /** What the server makes of it. */
    default String fruit() {
        return "scan result";
    }

    /** What has begun or is to, for people. */
    default String described(Endpoint endpoint, RunState state) {
        return "\"" + state.scanName() + "\" on SecurityCenter \"" + endpoint.name() + "\"";
    }

    /** What has begun and what the server made of it, for people. */
    default String begun(Endpoint endpoint, RunState state) {
        return described(endpoint, state) + ": scan result " + state.scanResultId() + ", "
                + endpoint.pageOfScanResult(state.scanResultId());
    }

    /** What it has not become when the time is up. */
    default String goal() {
        return order().waitFor().word();
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
