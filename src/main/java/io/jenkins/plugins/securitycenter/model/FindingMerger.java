package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Merges rows that the server returned for the same finding with different values: the worse of each value counts. */
public final class FindingMerger {

    private static final Comparator<Finding> BY_GRAVITY = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> !finding.risk().accepted())
            .thenComparing(finding -> finding.risk().exploitAvailable())
            .thenComparing(finding -> score(finding.risk().cvss()))
            .thenComparing(finding -> score(finding.risk().vpr()))
            .thenComparing(Finding::output);

    private static final Comparator<Risk> BY_CVSS =
            Comparator.<Risk>comparingDouble(risk -> score(risk.cvss())).thenComparingInt(Risk::cvssVersion);

    private FindingMerger() {}

    /**
     * Returns the worse finding with the higher scores and all CVEs and references of both; it is accepted only if both
     * are. Its descriptions are those of the worse one. Of two reports on the scan of a host, only what both say is known.
     */
    @SuppressWarnings("ReferenceEquality") // of two equal findings, either is the worse one
    public static Finding of(Finding one, Finding other) {
        Finding worse = BinaryOperator.maxBy(BY_GRAVITY).apply(one, other);
        return new Finding(
                plugin(worse.plugin(), (worse == one ? other : one).plugin()),
                worse.severity(),
                worse.host(),
                worse.port(),
                worse.protocol(),
                worse.repository(),
                of(one.risk(), other.risk(), worse.risk()),
                time(one.firstSeen(), other.firstSeen(), Comparator.reverseOrder()),
                time(one.lastSeen(), other.lastSeen(), Comparator.naturalOrder()),
                worse.plugin().id().equals(ScanInformation.PLUGIN)
                        ? ScanInformation.merged(one.output(), other.output())
                        : worse.output());
    }

    private static Risk of(Risk one, Risk other, Risk worse) {
        Risk higher = BinaryOperator.maxBy(BY_CVSS).apply(one, other);
        return new Risk(
                exploit(one, other),
                higher.cvss(),
                higher.cvssVersion(),
                higher(one.vpr(), other.vpr()),
                higher(one.epssPercent(), other.epssPercent()),
                one.accepted() && other.accepted(),
                worse.acceptedComment(),
                worse.recast());
    }

    /** Two check types that differ are unknown. */
    private static Plugin plugin(Plugin worse, Plugin other) {
        return new Plugin(
                worse.id(),
                worse.name(),
                worse.family(),
                worse.synopsis(),
                worse.description(),
                worse.solution(),
                all(worse.cves(), other.cves()),
                worse.seeAlso(),
                worse.checkType() == other.checkType() ? worse.checkType() : Plugin.CheckType.UNKNOWN,
                all(worse.xrefs(), other.xrefs()),
                time(worse.patchPublished(), other.patchPublished(), Comparator.reverseOrder()),
                Stream.concat(worse.unknown().stream(), other.unknown().stream())
                        .collect(Collectors.toSet()));
    }

    private static Optional<Boolean> exploit(Risk one, Risk other) {
        boolean available = one.exploitAvailable() || other.exploitAvailable();
        boolean known = one.exploit().isPresent() && other.exploit().isPresent();
        return available || known ? Optional.of(available) : Optional.empty();
    }

    private static List<String> all(List<String> one, List<String> other) {
        return one.equals(other)
                ? one
                : Stream.concat(one.stream(), other.stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static double score(OptionalDouble value) {
        return value.orElse(-1);
    }

    private static OptionalDouble higher(OptionalDouble one, OptionalDouble other) {
        return Stream.of(one, other).flatMapToDouble(OptionalDouble::stream).max();
    }

    private static Optional<Instant> time(Optional<Instant> one, Optional<Instant> other, Comparator<Instant> order) {
        return Stream.of(one, other).flatMap(Optional::stream).max(order);
    }
}
