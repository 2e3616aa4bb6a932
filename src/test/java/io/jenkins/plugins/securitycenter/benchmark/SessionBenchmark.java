package io.jenkins.plugins.securitycenter.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures login, one call and logout. */
final class SessionBenchmark {

    private static final int SESSIONS = 100;
    /** The number of sessions before those that are measured, until the compiler of the JVM has little left to do. */
    private static final int WARM_UP = 6_000;

    private static final int ROUNDS = 9;

    private final ReplayClient client;

    SessionBenchmark(ReplayClient client) {
        this.client = client;
    }

    void run(Results results) throws IOException, InterruptedException {
        calls(WARM_UP);
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Cost cost = Cost.of(() -> calls(SESSIONS));
            cpu.add(1000 * cost.cpu() / SESSIONS);
            wall.add(1000 * cost.wall() / SESSIONS);
        }
        results.add("login, call, logout, CPU", Median.of(cpu), "ms");
        results.add("login, call, logout, time", Median.of(wall), "ms");
    }

    private void calls(int sessions) throws IOException, InterruptedException {
        for (int i = 0; i < sessions; i++) {
            client.call();
        }
    }
}
