package io.jenkins.plugins.securitycenter.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The targets of a scan, in the formats of users and of the API. */
public record ScanTargets(List<ScanTarget> all) {

    public static final ScanTargets NONE = new ScanTargets(List.of());

    public ScanTargets {
        all = List.copyOf(all);
    }

    /**
     * Parses targets that are separated by commas, semicolons or line breaks. The rest of a line after {@code #} is a
     * comment.
     *
     * @throws IllegalArgumentException with a sentence for users about the first invalid target
     */
    public static ScanTargets parse(String text) {
        return of(text.lines()
                .map(line -> line.replaceFirst("#.*", ""))
                .flatMap(line -> Arrays.stream(line.split("[,;]")))
                .toList());
    }

    /**
     * Parses single targets; blank ones are ignored.
     *
     * @throws IllegalArgumentException with a sentence for users about the first invalid target
     */
    public static ScanTargets of(List<String> targets) {
        return new ScanTargets(targets.stream()
                .filter(target -> !target.isBlank())
                .map(ScanTarget::parse)
                .toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns the targets as a string for the API, separated by commas and without duplicates. */
    public String text() {
        return all.stream().map(ScanTarget::text).distinct().collect(Collectors.joining(","));
    }

    /** Returns whether both refer to the same hosts, regardless of spelling, order and how ranges are split. */
    public boolean sameAs(ScanTargets other) {
        return names().equals(other.names()) && ranges().equals(other.ranges());
    }

    /** Returns the targets that are host names. */
    public List<ScanTarget> named() {
        return all.stream().filter(ScanTarget::named).toList();
    }

    /**
     * Returns whether the targets have no address in common. Returns false if either contains host names, because their
     * addresses are unknown.
     */
    public boolean apartFrom(ScanTargets other) {
        return named().isEmpty()
                && other.named().isEmpty()
                && ranges().stream().noneMatch(mine -> other.ranges().stream().anyMatch(mine::overlaps));
    }

    private Set<String> names() {
        return named().stream().map(ScanTarget::comparableName).collect(Collectors.toSet());
    }

    private List<AddressRange> ranges() {
        return AddressRange.joined(
                all.stream().map(ScanTarget::range).flatMap(Optional::stream).toList());
    }
}
