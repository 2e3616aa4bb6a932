package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.io.Serializable;
import java.util.Objects;

/**
 * A limit on the number of findings. The gate is violated when the number of findings reaches the threshold.
 *
 * @param threshold minimum number of findings that violates the gate, at least 1
 * @param severity minimum severity: findings of this severity <em>or a worse one</em> are counted, so {@code HIGH}
 *     counts High and Critical, and {@code INFO} counts all
 * @param type which findings to count
 * @param condition conditions other than severity
 * @param result effect of a violation on the build
 */
public record Gate(int threshold, Severity severity, Type type, GateCondition condition, Result result)
        implements Serializable {

    /** The range of the threshold. */
    public static final NumberRule THRESHOLD = NumberRule.whole(
            "threshold",
            1,
            1_000_000_000,
            "use the number of findings that violates the gate, a whole number from 1 to 1000000000.");

    /** The findings that a gate counts. */
    public enum Type {
        /** All current findings. */
        TOTAL,
        /** The current findings that are not in the reference. */
        NEW,
        /**
         * The increase in the number of findings compared with the reference; 0 if there are fewer. Findings of the
         * reference on hosts that were not scanned this time do not count.
         */
        DELTA,
        /** The current findings whose due date has passed, or whose due date cannot be determined. */
        OVERDUE;

        /**
         * Parses a type that a user entered, ignoring case.
         *
         * @throws IllegalArgumentException if it is unknown; the message lists the allowed values
         */
        public static Type parse(String text) {
            return EnumWords.parse(Type.class, "gate type", text);
        }
    }

    /** The effect of a violated gate on the build. */
    public enum Result {
        UNSTABLE,
        FAILURE,
        /** Marks the stage of the pipeline as unstable; the result of the build stays unchanged. */
        STAGE;

        /**
         * Parses a result that a user entered, ignoring case.
         *
         * @throws IllegalArgumentException if it is unknown; the message lists the allowed values
         */
        public static Result parse(String text) {
            return EnumWords.parse(Result.class, "gate result", text);
        }
    }

    /** @throws IllegalArgumentException if the threshold is out of range; the message names the allowed range */
    public Gate {
        THRESHOLD.check(threshold);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(type);
        Objects.requireNonNull(condition);
        Objects.requireNonNull(result);
    }

    boolean needsReference() {
        return type == Type.NEW || type == Type.DELTA;
    }
}
