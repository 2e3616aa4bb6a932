package io.jenkins.plugins.securitycenter.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What a step takes.
 *
 * @param cpu the CPU seconds of all threads of this process, including those of the garbage collector and of the compiler
 * @param wall the seconds that pass
 */
record Cost(double cpu, double wall) {

    private static final double NANOS = 1e9;

    /** Measures a step. The clock of CPU time ticks every 10 milliseconds on Linux. */
    static Cost of(Step step) throws IOException, InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        step.run();
        return new Cost((system.getProcessCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS);
    }

    /** Runs a step several times and returns the mean, for steps that are too short for the clock. */
    static Cost of(Step step, int times) throws IOException, InterruptedException {
        Cost all = of(() -> {
            for (int i = 0; i < times; i++) {
                step.run();
            }
        });
        return new Cost(all.cpu() / times, all.wall() / times);
    }
}
