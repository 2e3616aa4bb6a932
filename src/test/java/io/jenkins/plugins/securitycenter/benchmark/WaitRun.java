package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.watch.PooledThreads;
import io.jenkins.plugins.securitycenter.watch.RunOwner;
import io.jenkins.plugins.securitycenter.watch.RunRegistry;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds that wait for scans on several servers, in a process of its own, which prints its figures. */
final class WaitRun {

    private static final int HEAP = 256;
    private static final int SCAN_SECONDS = 60;
    private static final int MEASURED_SECONDS = 20;
    private static final int PATIENCE_MINUTES = 10;
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final double MEGABYTE = 1 << 20;

    private final PooledThreads threads = new PooledThreads();
    private final WatchServices services;
    private final String[] urls;
    private final JavaProcess servers;
    private final CountDownLatch launched;
    private final CountDownLatch ended;
    private final AtomicInteger failures = new AtomicInteger();
    private final int builds;

    private WaitRun(int builds, Path directory, JavaProcess servers) throws IOException {
        this.builds = builds;
        this.servers = servers;
        this.urls = servers.line().split(" ");
        this.launched = new CountDownLatch(builds);
        this.ended = new CountDownLatch(builds - builds / urls.length);
        this.services = new WatchServices(
                new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system()),
                threads,
                new RunRegistry(directory),
                InstantSource.system());
    }

    /** @param arguments the number of builds, and an empty directory for their state */
    public static void main(String[] arguments) {
        try (JavaProcess servers = JavaProcess.start(WaitServers.class, HEAP, Integer.toString(SCAN_SECONDS))) {
            new WaitRun(Integer.parseInt(arguments[0]), Path.of(arguments[1]), servers).run();
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
            // threads of the builds may still run
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        long before = LiveHeap.used();
        for (int build = 0; build < builds; build++) {
            start(build);
        }
        await(launched, "launched");
        ask(WaitServers.SILENCE);
        print("heap of", (LiveHeap.used() - before) / MEGABYTE, "MB");
        measure();
        print("threads of", threadsOfPlugin().count(), "");
        await(ended, "ended");
        Expected.equal("failed builds", failures.get(), 0);
        services.close();
        threads.close();
        Expected.equal("open sessions after all builds", Long.parseLong(ask(WaitServers.SESSIONS)), 0);
    }

    private void measure() throws IOException, InterruptedException {
        long polls = Long.parseLong(ask(WaitServers.POLLS));
        Map<Long, Long> before = cpuOfPlugin();
        double wall = Cost.of(() -> TimeUnit.SECONDS.sleep(MEASURED_SECONDS)).wall();
        long cpu = 0;
        for (Map.Entry<Long, Long> thread : cpuOfPlugin().entrySet()) {
            cpu += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        polls = Long.parseLong(ask(WaitServers.POLLS)) - polls;
        print("requests a minute to each server of", polls * 60 / wall / (urls.length - 1), "");
        print("CPU of", 60 * cpu / 1e6 / wall, "ms a minute");
    }

    private String ask(String command) throws IOException {
        servers.send(command);
        return servers.line();
    }

    private static void await(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException(latch.getCount() + " builds were not " + what + ".");
        }
    }

    private static Stream<Thread> threadsOfPlugin() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("SecurityCenter"));
    }

    /**
     * Returns the CPU time of each thread in nanoseconds. That of the whole process is mostly the compiler of the JVM, which is
     * still busy with what launched the scans.
     */
    private static Map<Long, Long> cpuOfPlugin() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threadsOfPlugin()
                .collect(Collectors.toMap(
                        Thread::getId, thread -> Math.max(0, threads.getThreadCpuTime(thread.getId()))));
    }

    private void print(String name, double value, String unit) {
        System.out.println(name + " " + Results.number(builds) + " builds that wait on " + urls.length + " servers|"
                + value + "|" + unit);
    }

    private void start(int number) {
        int server = number % urls.length;
        ServerAccount account = new ServerAccount(
                Endpoint.of("server " + server, ServerUrl.parse(urls[server])),
                new Login.Password(Simulator.USER, Simulator.PASSWORD),
                INTERVAL);
        RunOwner owner = new RunOwner(
                "run " + number, "job#" + number, account.endpoint().name(), "");
        ScanOptions order = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        services.scan(owner, () -> account, order, RunState.initial(), new WaitingBuild(launched, ended, failures))
                .start();
    }
}
