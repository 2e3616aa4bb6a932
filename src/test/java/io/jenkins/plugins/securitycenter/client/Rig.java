package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
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
public final class Rig implements AutoCloseable {

    static final String NAME = "prod";
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(1));
    public static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(1));
    public static final Login USER = new Login.Password(Simulator.USER, Simulator.PASSWORD);
    public static final Login KEYS = new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY);

    public final Simulator simulator;
    public final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    public final SessionPool sessions = new SessionPool(RETRIES, pauses::add, InstantSource.system());

    public Rig() {
        this(SimulatorOptions.defaults().withTiming(0, 0));
    }

    public Rig(SimulatorOptions options) {
        simulator = Simulator.start(options);
    }

    public Endpoint endpoint() {
        return endpoint(TIMEOUTS, SessionLimit.FAIL);
    }

    public Endpoint endpoint(Timeouts timeouts, SessionLimit limit) {
        return new Endpoint(
                NAME,
                ServerUrl.parse(simulator.url()),
                CertificateParser.parse(simulator.certificatePem()),
                timeouts,
                limit,
                Optional.empty());
    }

    public SecurityCenter open() {
        return open(USER);
    }

    public SecurityCenter open(Login login) {
        return sessions.open(endpoint(), login);
    }

    /** Method and path of the requests that arrived. */
    public List<String> lines() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }

    /** How many of them were this one. */
    public long count(String line) {
        return lines().stream().filter(line::equals).count();
    }

    @Override
    public void close() {
        sessions.close();
        simulator.close();
    }
}
