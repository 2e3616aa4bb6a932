package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What counts when a server has two rows of one finding that differ: the worse of each value. */
public final class WorseFinding {

    private static final Comparator<Finding> BY_GRAVITY = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> !finding.risk().accepted())
            .thenComparing(finding -> finding.risk().exploitAvailable())
            .thenComparing(finding -> score(finding.risk().cvss()))
            .thenComparing(finding -> score(finding.risk().vpr()));

    private WorseFinding() {}

    /** The worse one, with the higher scores of both; accepted only if both are. The texts are those of the worse one. */
    public static Finding of(Finding one, Finding other) {
        Finding worse = BY_GRAVITY.compare(one, other) >= 0 ? one : other;
        return new Finding(
                worse.plugin(),
                worse.severity(),
                worse.host(),
                worse.port(),
                worse.protocol(),
                worse.repository(),
                of(one.risk(), other.risk(), worse.risk()),
                time(one.firstSeen(), other.firstSeen(), Comparator.reverseOrder()),
                time(one.lastSeen(), other.lastSeen(), Comparator.naturalOrder()),
                worse.output());
    }

    private static Risk of(Risk one, Risk other, Risk worse) {
        return new Risk(
                one.exploitAvailable() || other.exploitAvailable(),
                higher(one.cvss(), other.cvss()),
                higher(one.vpr(), other.vpr()),
                one.accepted() && other.accepted(),
                worse.recast());
    }

    private static double score(OptionalDouble value) {
        return value.orElse(-1);
    }

    private static OptionalDouble higher(OptionalDouble one, OptionalDouble other) {
        return score(one) >= score(other) ? one : other;
    }

    private static Optional<Instant> time(Optional<Instant> one, Optional<Instant> other, Comparator<Instant> order) {
        return Stream.of(one, other).flatMap(Optional::stream).max(order);
    }
}
