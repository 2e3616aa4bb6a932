package io.jenkins.plugins.securitycenter.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Targets, as users list them and as the API takes them. */
public record ScanTargets(List<ScanTarget> all) {

    public static final ScanTargets NONE = new ScanTargets(List.of());

    public ScanTargets {
        all = List.copyOf(all);
    }

    /**
     * Reads targets that are separated by commas or line ends. What follows a {@code #} in a line is a comment.
     *
     * @throws IllegalArgumentException with a sentence about the first one that is wrong
     */
    public static ScanTargets parse(String text) {
        return of(text.lines()
                .map(line -> line.replaceFirst("#.*", ""))
                .flatMap(line -> Arrays.stream(line.split("[,;]")))
                .toList());
    }

    /**
     * Reads single targets; blank ones are left out.
     *
     * @throws IllegalArgumentException with a sentence about the first one that is wrong
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

    /** The text for the API: separated by commas, each once. */
    public String text() {
        return all.stream().map(ScanTarget::text).distinct().collect(Collectors.joining(","));
    }

    /** Whether both mean the same hosts, however they are written, ordered or cut into ranges. */
    public boolean sameAs(ScanTargets other) {
        return names().equals(other.names()) && ranges().equals(other.ranges());
    }

    /** The host names among them. */
    public List<ScanTarget> named() {
        return all.stream().filter(ScanTarget::named).toList();
    }

    /** Whether no address is in both; not known, and so false, where there are host names. */
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
