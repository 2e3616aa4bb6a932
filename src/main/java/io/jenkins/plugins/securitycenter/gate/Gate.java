package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.NumberRule;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.Serializable;
import java.util.Objects;

/**
 * A limit on the number of findings. It is violated as soon as the number of findings reaches the threshold.
 *
 * @param threshold the smallest number of findings that violates the gate, at least 1
 * @param severity the least severity that counts: findings of this severity <em>or a worse one</em> are counted, so
 *     {@code HIGH} counts High and Critical, and {@code INFO} counts all
 * @param type which findings are counted
 * @param condition what a finding must meet besides its severity
 * @param result what a violation does to the build
 */
public record Gate(int threshold, Severity severity, Type type, Condition condition, Result result)
        implements Serializable {

    /** The number of findings that is too many. */
    public static final NumberRule THRESHOLD = NumberRule.whole(
            "threshold",
            1,
            1_000_000_000,
            "the number of findings that violates the gate, a whole number from 1 to 1000000000, is needed.");

    /** Which findings a gate counts. */
    public enum Type {
        /** All current findings. */
        TOTAL,
        /** The current findings that the reference does not have. */
        NEW,
        /**
         * How many more findings there are than in the reference; 0 when there are fewer. Findings of hosts that were
         * not scanned this time are left out of the reference's number.
         */
        DELTA;

        /**
         * Reads a type that a user wrote, in any case.
         *
         * @throws IllegalArgumentException with a sentence that lists what is allowed
         */
        public static Type parse(String text) {
            return Words.parse(Type.class, "Gate type", text);
        }
    }

    /** What a violated gate does to the build. */
    public enum Result {
        UNSTABLE,
        FAILURE;

        /**
         * Reads a result that a user wrote, in any case.
         *
         * @throws IllegalArgumentException with a sentence that lists what is allowed
         */
        public static Result parse(String text) {
            return Words.parse(Result.class, "Gate result", text);
        }
    }

    /** @throws IllegalArgumentException with a sentence that says which value is wrong and what is allowed */
    public Gate {
        THRESHOLD.check(threshold);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(type);
        Objects.requireNonNull(condition);
        Objects.requireNonNull(result);
    }

    /** Whether the gate counts that finding at all. Findings whose risk was accepted are never counted. */
    boolean concerns(Finding finding) {
        return finding.severity().atLeast(severity) && !finding.risk().accepted() && condition.test(finding);
    }

    boolean needsReference() {
        return type != Type.TOTAL;
    }
}
