package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Login;
import io.jenkins.plugins.securitycenter.client.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.ServerUrl;
import io.jenkins.plugins.securitycenter.client.Sessions;
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
final class WatchRig implements AutoCloseable {

    final ManualClock clock = ManualClock.startingNow();
    final HandDrivenExecutor executor = new HandDrivenExecutor(clock);
    final Path directory;
    WatchServices services;
    private int runs;

    WatchRig() {
        try {
            directory = Files.createTempDirectory("runs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        services = services();
    }

    private WatchServices services() {
        return new WatchServices(
                new Sessions(RetryPolicy.DEFAULT, clock::advance, clock), executor, new RunRegistry(directory), clock);
    }

    /** Ends Jenkins as it is and starts it again: what was planned is gone, what was stored is there. */
    void restart() {
        services.close();
        executor.forget();
        services = services();
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

    static Target target(Simulator simulator) {
        return target(simulator, new Login.Password(Simulator.USER, Simulator.PASSWORD));
    }

    static Target target(Simulator simulator, Login login) {
        return new Target(Endpoint.of("simulator", ServerUrl.parse(simulator.url())), login, Duration.ofSeconds(30));
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
