package io.jenkins.plugins.securitycenter.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures builds that wait, see {@link WaitRun}. */
final class WaitBenchmark {

    private static final int HEAP = 256;
    private static final int PATIENCE_SECONDS = 60;

    private final int builds;
    private final Path directory;

    WaitBenchmark(int builds, Path directory) {
        this.builds = builds;
        this.directory = directory;
    }

    void run(Results results) throws IOException, InterruptedException {
        Path runs = Files.createDirectory(directory.resolve("runs"));
        try (JavaProcess process = JavaProcess.start(WaitRun.class, HEAP, Integer.toString(builds), runs.toString())) {
            for (String line = process.line(); line != null; line = process.line()) {
                String[] figure = line.split("\\|", -1);
                results.add(figure[0], Double.parseDouble(figure[1]), figure[2]);
            }
            if (!process.succeeds(PATIENCE_SECONDS)) {
                throw new IllegalStateException("The measurement of waiting builds failed.");
            }
        }
    }
}
