package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A simulator, and clients that need not wait before they repeat a call. */
final class Rig implements AutoCloseable {

    static final String NAME = "prod";
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(1));
    static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(1));
    static final Login USER = new Login.Password(Simulator.USER, Simulator.PASSWORD);
    static final Login KEYS = new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY);

    final Simulator simulator;
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    final Sessions sessions = new Sessions(RETRIES, pauses::add, InstantSource.system());

    Rig() {
        this(SimulatorOptions.defaults().withTiming(0, 0));
    }

    Rig(SimulatorOptions options) {
        simulator = Simulator.start(options);
    }

    Endpoint endpoint() {
        return endpoint(TIMEOUTS, SessionLimit.FAIL);
    }

    Endpoint endpoint(Timeouts timeouts, SessionLimit limit) {
        return new Endpoint(
                NAME,
                ServerUrl.parse(simulator.url()),
                Certificates.parse(simulator.certificatePem()),
                timeouts,
                limit,
                Optional.empty());
    }

    SecurityCenter open() {
        return open(USER);
    }

    SecurityCenter open(Login login) {
        return sessions.open(endpoint(), login);
    }

    /** Method and path of the requests that arrived. */
    List<String> lines() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }

    /** How many of them were this one. */
    long count(String line) {
        return lines().stream().filter(line::equals).count();
    }

    @Override
    public void close() {
        sessions.close();
        simulator.close();
    }
}
