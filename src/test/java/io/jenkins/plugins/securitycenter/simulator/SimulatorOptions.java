package io.jenkins.plugins.securitycenter.simulator;

import java.time.Clock;
import java.time.Duration;

/**
 * How a simulator behaves; immutable, every {@code with...} gives a changed copy.
 *
 * @param profile the server version to play
 * @param clock drives sessions, scans and imports
 * @param listener where it listens
 * @param access who gets in, and for how long
 * @param timing how long a run and its import take
 * @param data what a scan finds
 */
public record SimulatorOptions(
        Profile profile, Clock clock, Listener listener, Access access, Timing timing, Data data) {

    /**
     * Where the simulator listens; always on 127.0.0.1.
     *
     * @param https whether to speak TLS with a certificate made at start
     * @param port the port, 0 for a free one
     * @param certificateName the only DNS name in the certificate; empty for localhost and 127.0.0.1
     * @param clientCertificates whether clients are asked for a certificate, whose common name is the user's name
     */
    public record Listener(boolean https, int port, String certificateName, boolean clientCertificates) {}

    /**
     * Who gets in.
     *
     * @param sessionLimit open sessions of one user, 0 for no limit
     * @param idleTimeoutSeconds a session unused for longer is closed
     * @param allowApiKeys the administrator's switch "Allow API Keys"
     * @param loginAttempts failed logins until the account is locked, 0 for never
     */
    public record Access(int sessionLimit, int idleTimeoutSeconds, boolean allowApiKeys, int loginAttempts) {}

    /**
     * Durations of a run, in seconds of the clock.
     *
     * @param scanSeconds from Queued to Completed
     * @param importSeconds from Completed to importStatus Finished
     */
    public record Timing(double scanSeconds, double importSeconds) {}

    /**
     * What a scan finds.
     *
     * @param seed gives the same data for the same number
     * @param findings number of findings of one run (fewer when the targets have too few addresses: 25 for each)
     * @param changedPercent share of the findings that are fixed, and replaced by new ones, from one run to the next
     */
    public record Data(long seed, int findings, int changedPercent) {}

    /** HTTP, free port, version 6.7, real clock, one second of scan and of import, 500 findings. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                Profile.V6_7,
                Clock.systemUTC(),
                new Listener(false, 0, "", false),
                new Access(20, 3600, true, 20),
                new Timing(1, 1),
                new Data(1, 500, 5));
    }

    /** Plays this version. */
    public SimulatorOptions withProfile(Profile other) {
        return new SimulatorOptions(other, clock, listener, access, timing, data);
    }

    /** Uses this clock. */
    public SimulatorOptions withClock(Clock other) {
        return new SimulatorOptions(profile, other, listener, access, timing, data);
    }

    /** Has a clock that is ahead of the present one, or behind it when the offset is negative. */
    public SimulatorOptions withClockOffset(Duration offset) {
        return withClock(Clock.offset(clock, offset));
    }

    /** Listens there. */
    public SimulatorOptions with(Listener other) {
        return new SimulatorOptions(profile, clock, other, access, timing, data);
    }

    /** Lets these in. */
    public SimulatorOptions with(Access other) {
        return new SimulatorOptions(profile, clock, listener, other, timing, data);
    }

    /** Takes that long. */
    public SimulatorOptions with(Timing other) {
        return new SimulatorOptions(profile, clock, listener, access, other, data);
    }

    /** Finds that. */
    public SimulatorOptions with(Data other) {
        return new SimulatorOptions(profile, clock, listener, access, timing, other);
    }

    /** Speaks TLS on a free port, or plain HTTP. */
    public SimulatorOptions withHttps(boolean on) {
        return with(new Listener(on, listener.port(), listener.certificateName(), listener.clientCertificates()));
    }

    /** Listens on this port; 0 for a free one. */
    public SimulatorOptions withPort(int port) {
        return with(new Listener(listener.https(), port, listener.certificateName(), listener.clientCertificates()));
    }

    /** Speaks TLS and lets users in by certificate. */
    public SimulatorOptions withClientCertificates() {
        return with(new Listener(true, listener.port(), listener.certificateName(), true));
    }

    /** Yields this number of findings per run. */
    public SimulatorOptions withFindings(int findings) {
        return with(new Data(data.seed(), findings, data.changedPercent()));
    }

    /** Makes other data. */
    public SimulatorOptions withSeed(long seed) {
        return with(new Data(seed, data.findings(), data.changedPercent()));
    }

    /** Runs take this long, in seconds of the clock. */
    public SimulatorOptions withTiming(double scanSeconds, double importSeconds) {
        return with(new Timing(scanSeconds, importSeconds));
    }

    /** Allows this number of open sessions per user; 0 for no limit. */
    public SimulatorOptions withSessionLimit(int limit) {
        return with(new Access(limit, access.idleTimeoutSeconds(), access.allowApiKeys(), access.loginAttempts()));
    }
}
