package io.jenkins.plugins.securitycenter.benchmark;

import java.util.List;

/**
 * How much a run measures.
 *
 * @param findings the number of findings for the figures of throughput
 * @param rounds how often they are measured
 * @param memory the numbers of findings for the figures of memory and pages, in ascending order
 * @param builds the number of waiting builds; 0 to leave them out
 * @param complete whether the ratios can be compared with those of other runs
 */
record BenchmarkOptions(int findings, int rounds, List<Integer> memory, int builds, boolean complete) {

    private static final BenchmarkOptions COMPLETE =
            new BenchmarkOptions(100_000, 3, List.of(10_000, 100_000, 1_000_000), 1000, true);
    private static final BenchmarkOptions QUICK = new BenchmarkOptions(20_000, 1, List.of(20_000), 0, false);

    /**
     * Returns the options for a word of the command line.
     *
     * @throws IllegalArgumentException if it is unknown, with a message for the user
     */
    static BenchmarkOptions parse(String word) {
        return switch (word) {
            case "complete" -> COMPLETE;
            case "quick" -> QUICK;
            default ->
                throw new IllegalArgumentException(
                        "bench.args must be \"complete\" or \"quick\", but was \"" + word + "\".");
        };
    }
}
