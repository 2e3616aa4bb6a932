package io.jenkins.plugins.securitycenter.fix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version that a solution names: {@code 2.4.56}, {@code 1.1.1t}, {@code 9.3p2}, {@code 9.0.0.M1}, {@code
 * 1:2.30.2-1+deb11u2}, {@code 4.18.0-425.13.1.el8_7}.
 *
 * @param text the version as it was written
 * @param epoch the number before a colon; -1 without one
 * @param numbers the numbers between dots
 * @param letters the letters that count fixes, as OpenSSL writes them; empty for none
 * @param patch the number after the letter p; -1 without one
 * @param stage the rank of a pre-release; that of a release is higher
 * @param stageNumber the number of a pre-release
 * @param release the numbers that a packager added after a hyphen
 * @param update the number after {@code +deb11u}; -1 without one
 * @param flavor everything that has no order: the release of a distribution, or a variant of the product
 */
record VersionNumber(
        String text,
        long epoch,
        List<Long> numbers,
        String letters,
        long patch,
        int stage,
        long stageNumber,
        List<Long> release,
        long update,
        String flavor) {

    private static final Pattern PARTS =
            Pattern.compile("(?:(?<epoch>\\d{1,9}):)?v?(?<numbers>\\d{1,18}(?:\\.\\d{1,18}){0,9})"
                    + "(?<letters>[a-z]{1,2}(?![a-z0-9]))?(?:-?p(?<patch>\\d{1,9}))?"
                    + "(?:[-.~]?(?<stage>alpha|beta|preview|pre|m|rc|cr)(?![a-z])[-.]?(?<stageNumber>\\d{0,9}))?"
                    + "(?:-r?(?<release>\\d{1,18}(?:\\.\\d{1,18}){0,9}))?"
                    + "(?:\\+(?<debian>deb\\d{1,4})u(?<update>\\d{1,9}))?(?<flavor>(?:[.+~_-][a-z0-9.+~_-]{0,40})?)");

    private static final List<String> STAGES = List.of("alpha", "beta", "preview", "pre", "m", "cr", "rc");

    /** Orders versions of one product; a number that one of them lacks counts as 0. */
    static final Comparator<VersionNumber> ORDER = Comparator.comparingLong(VersionNumber::epoch)
            .thenComparing(VersionNumber::numbers, VersionNumber::compare)
            .thenComparingInt(version -> version.letters.length())
            .thenComparing(VersionNumber::letters)
            .thenComparingLong(VersionNumber::patch)
            .thenComparingInt(VersionNumber::stage)
            .thenComparingLong(VersionNumber::stageNumber)
            .thenComparing(VersionNumber::release, VersionNumber::compare)
            .thenComparingLong(VersionNumber::update);

    /** Returns the version; empty if it is not one or is written in an unknown way. */
    static Optional<VersionNumber> parse(String text) {
        Matcher parts = PARTS.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String stage = parts.group("stage");
        String letters = parts.group("letters");
        String debian = parts.group("debian");
        return Optional.of(new VersionNumber(
                text,
                number(parts.group("epoch")),
                numbers(parts.group("numbers")),
                letters == null ? "" : letters,
                number(parts.group("patch")),
                stage == null ? STAGES.size() : STAGES.indexOf(stage),
                number(parts.group("stageNumber")),
                numbers(parts.group("release")),
                number(parts.group("update")),
                (debian == null ? "" : debian) + parts.group("flavor")));
    }

    /**
     * Returns the branch that fixes are made for: {@code 2.4} of 2.4.56, {@code 1} of 1.10, {@code 1.1.1} of 1.1.1t.
     * Versions of different branches do not replace each other. A single number is a branch of its own.
     */
    String branch() {
        int length = letters.isEmpty() ? Math.min(2, numbers.size() - 1) : numbers.size();
        return (length == 0 ? "=" + numbers : numbers.subList(0, length).toString()) + lineage();
    }

    /** Returns what versions have in common that can be compared at all. */
    String lineage() {
        return (epoch < 0 ? "" : ":") + flavor;
    }

    private static int compare(List<Long> one, List<Long> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = Long.compare(i < one.size() ? one.get(i) : 0, i < other.size() ? other.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<Long> numbers(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\.")).map(Long::valueOf).toList();
    }

    private static long number(String text) {
        return text == null || text.isEmpty() ? -1 : Long.parseLong(text);
    }
}
