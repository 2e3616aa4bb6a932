package io.jenkins.plugins.securitycenter.benchmark;

import java.util.Collection;

/** The median, which a disturbance of some measurements does not change. */
final class Median {

    private Median() {}

    /** Returns the middle value, or the mean of the two middle values. */
    static double of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
