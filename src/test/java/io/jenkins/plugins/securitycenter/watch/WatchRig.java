package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** The services of a Jenkins that can be restarted, with a clock and threads that a test drives by hand. */
public final class WatchRig implements AutoCloseable {

    public final ManualClock clock;
    public final HandDrivenExecutor executor;
    public final Path directory;
    private final Sleeper sleeper;
    WatchServices services;
    private int runs;

    WatchRig() {
        this(ManualClock.startingNow());
    }

    private WatchRig(ManualClock clock) {
        this(clock, clock::advance);
    }

    /** @param sleeper what clients do before they repeat a call */
    public WatchRig(ManualClock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
        executor = new HandDrivenExecutor(clock);
        try {
            directory = Files.createTempDirectory("runs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        services = started();
    }

    private WatchServices started() {
        return new WatchServices(
                new SessionPool(RetryPolicy.DEFAULT, sleeper, clock), executor, new RunRegistry(directory), clock);
    }

    public WatchServices services() {
        return services;
    }

    /** Ends Jenkins as it is and starts it again: what was planned is gone, what was stored is there. */
    public void restart() {
        services.close();
        executor.forget();
        services = started();
    }

    /** The owner of a new run, or of the last one when it goes on from a stored state. */
    RunOwner owner(RunState state) {
        if (state.phase() == RunState.Phase.NEW) {
            runs++;
        }
        return owner("run " + runs);
    }

    static RunOwner owner(String key) {
        return new RunOwner(key, "job#" + key, "simulator", "");
    }

    static ServerAccount target(Simulator simulator) {
        return target(simulator, new Login.Password(Simulator.USER, Simulator.PASSWORD));
    }

    static ServerAccount target(Simulator simulator, Login login) {
        return new ServerAccount(
                Endpoint.of("simulator", ServerUrl.parse(simulator.url())), login, Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        services.close();
        executor.shutdownNow();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
