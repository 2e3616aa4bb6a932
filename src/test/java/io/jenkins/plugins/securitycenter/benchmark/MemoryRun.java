package io.jenkins.plugins.securitycenter.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Records a scan once, in a process of its own, and prints what that process needed. */
final class MemoryRun {

    private static final int SHORTEST_INTERVAL = 200;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String HIGH_WATER_MARK = "VmHWM:";

    private MemoryRun() {}

    /**
     * Prints the live heap and the resident memory in bytes; 0 if they were not measured.
     *
     * @param arguments the URL of the server, the directory with the recorded reference, the number of findings, and
     *     whether to sample the live heap
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int findings = Integer.parseInt(arguments[2]);
        long heap = 0;
        try (ReplayClient client = new ReplayClient(arguments[0])) {
            RecordedBuild build = new RecordedBuild(Path.of(arguments[1]), client);
            if (Boolean.parseBoolean(arguments[3])) {
                Duration interval = Duration.ofMillis(Math.max(SHORTEST_INTERVAL, findings / 1000));
                try (LiveHeap live = new LiveHeap(interval)) {
                    build.record(findings, List.of());
                    heap = live.peak();
                }
            } else {
                build.record(findings, List.of());
            }
        }
        System.out.println(heap + " " + resident());
    }

    /** Returns the largest resident memory of this process, which only Linux reports. */
    private static long resident() throws IOException {
        return Files.exists(STATUS)
                ? Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith(HIGH_WATER_MARK))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .findFirst()
                        .orElse(0)
                : 0;
    }
}
