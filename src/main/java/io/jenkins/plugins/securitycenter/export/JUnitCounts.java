package io.jenkins.plugins.securitycenter.export;

import java.util.Arrays;
import java.util.Collection;

/** The number of tests by result. */
final class JUnitCounts {

    private final int[] byResult = new int[JUnitTestCase.Result.values().length];

    static JUnitCounts sum(Collection<JUnitCounts> parts) {
        JUnitCounts sum = new JUnitCounts();
        for (JUnitCounts part : parts) {
            Arrays.setAll(sum.byResult, i -> sum.byResult[i] + part.byResult[i]);
        }
        return sum;
    }

    void add(JUnitTestCase.Result result) {
        byResult[result.ordinal()]++;
    }

    int of(JUnitTestCase.Result result) {
        return byResult[result.ordinal()];
    }

    int tests() {
        return Arrays.stream(byResult).sum();
    }
}
