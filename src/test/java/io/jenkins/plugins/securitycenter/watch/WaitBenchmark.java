package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures many waits on ten servers, of which one stops answering and one has a clock that is three days behind: the
 * requests of each server in each interval, and threads and heap before, meanwhile and afterwards.
 *
 * <p>{@code java -cp ... io.jenkins.plugins.securitycenter.watch.WaitBenchmark 1000 60}: waits, and seconds of each scan.
 */
final class WaitBenchmark {

    private static final int SERVERS = 10;
    private static final int SILENT = 0;
    private static final int BEHIND = 1;
    private static final Duration OFFSET = Duration.ofDays(-3);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final List<Simulator> simulators = new ArrayList<>();
    private final PooledThreads threads = new PooledThreads();
    private final WatchServices services;
    private final int waits;
    private final CountDownLatch launched;
    private final CountDownLatch ended;

    private WaitBenchmark(int waits, Path directory) {
        this.waits = waits;
        this.launched = new CountDownLatch(waits);
        this.ended = new CountDownLatch(waits - waits / SERVERS);
        this.services = new WatchServices(
                new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system()),
                threads,
                new RunRegistry(directory),
                InstantSource.system());
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("waits");
        new WaitBenchmark(Integer.parseInt(arguments[0]), directory).run(Integer.parseInt(arguments[1]));
    }

    private void run(int scanSeconds) throws InterruptedException {
        for (int server = 0; server < SERVERS; server++) {
            SimulatorOptions options =
                    SimulatorOptions.defaults().withTiming(scanSeconds, 2).withFindings(5);
            simulators.add(Simulator.start(server == BEHIND ? options.withClockOffset(OFFSET) : options));
        }
        state("before");
        for (int wait = 0; wait < waits; wait++) {
            start(wait);
        }
        launched.await(10, TimeUnit.MINUTES);
        simulators.get(SILENT).faults().on("*", "/scanResult**").hang();
        Instant begin = Instant.now();
        state("all launched");
        TimeUnit.SECONDS.sleep(scanSeconds / 2);
        Instant end = Instant.now();
        state("waiting");
        for (int server = 0; server < SERVERS; server++) {
            polls(server, begin, end);
        }
        ended.await(10, TimeUnit.MINUTES);
        System.out.println("not ended, the silent server aside: " + ended.getCount());
        services.close();
        threads.close();
        simulators.forEach(simulator -> System.out.print(simulator.openSessions() + " "));
        System.out.println("sessions left on the servers");
        simulators.forEach(Simulator::close);
        simulators.clear();
        TimeUnit.SECONDS.sleep(35);
        state("after");
        System.exit(0);
    }

    private void start(int number) {
        Simulator simulator = simulators.get(number % SERVERS);
        ServerAccount account = new ServerAccount(
                Endpoint.of("server " + number % SERVERS, ServerUrl.parse(simulator.url())),
                new Login.Password(Simulator.USER, Simulator.PASSWORD),
                INTERVAL);
        RunOwner owner = new RunOwner(
                "run " + number, "job#" + number, account.endpoint().name(), "");
        ScanOptions order = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        services.scan(owner, () -> account, order, RunState.initial(), new Build(number))
                .start();
    }

    private void polls(int server, Instant begin, Instant end) {
        Duration clock = server == BEHIND ? OFFSET : Duration.ZERO;
        List<LoggedRequest> polls = simulators.get(server).requests().stream()
                .filter(request -> request.path().startsWith("/scanResult"))
                .filter(request -> request.method().equals("GET"))
                .filter(request -> request.time().isAfter(begin.plus(clock)))
                .filter(request -> request.time().isBefore(end.plus(clock)))
                .toList();
        double intervals = Duration.between(begin, end).toMillis() / (double) INTERVAL.toMillis();
        System.out.printf(Locale.ROOT, "server %d: %d polls in %.1f intervals%n", server, polls.size(), intervals);
    }

    private static void state(String moment) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        long ours = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("SecurityCenter"))
                .count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d threads, %d of them the plugin's, %d MB heap%n",
                moment,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ours,
                heap);
    }

    private final class Build implements RunListener<ScanResult> {

        private final int number;
        private boolean waiting;

        Build(int number) {
            this.number = number;
        }

        @Override
        public CompletionStage<Void> saved(RunState state) {
            if (!waiting && state.phase() == RunState.Phase.WAITING) {
                waiting = true;
                launched.countDown();
            }
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void log(String line) {
            // Not of interest here.
        }

        @Override
        public void finished(ScanResult result) {
            ended.countDown();
        }

        @Override
        public void failed(Exception problem) {
            System.out.println(number + " failed: " + problem.getMessage());
            ended.countDown();
        }

        @Override
        public void aborted() {
            failed(new IllegalStateException("aborted"));
        }
    }
}
