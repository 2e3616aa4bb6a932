package io.jenkins.plugins.securitycenter.fix;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A solution that consists of nothing but the upgrade of one product to one version: {@code Upgrade to Apache version
 * 2.4.56 or later.}
 *
 * @param product the words that name the product; general words or none if the solution does not name it
 */
record VersionUpgrade(List<String> product, VersionNumber version) {

    private static final Pattern SENTENCE = Pattern.compile(
            "(?:upgrade|update) (?<words>.+) (?<version>\\S+) "
                    + "or (?:(?:a |any )?(?:later|newer|higher|greater)(?: versions?| releases?)?|above)",
            Pattern.CASE_INSENSITIVE);

    /** @param solution the solution with single spaces and without a period at its end */
    static Optional<VersionUpgrade> parse(String solution) {
        Matcher parts = SENTENCE.matcher(solution);
        boolean upgrade = solution.regionMatches(true, 0, "up", 0, 2);
        if (!upgrade || !parts.matches()) {
            return Optional.empty();
        }
        List<String> words = Arrays.asList(parts.group("words").split(" "));
        return VersionNumber.parse(parts.group("version")).map(version -> new VersionUpgrade(product(words), version));
    }

    /** Returns the words without those that connect the product with its version. */
    private static List<String> product(List<String> words) {
        int end = words.size();
        end -= isOneOf(words, end - 1, "version", "release", "build") ? 1 : 0;
        int start = isOneOf(words, 0, "to") ? 1 : 0;
        end -= start == 0 && isOneOf(words, end - 1, "to") ? 1 : 0;
        start += start < end && isOneOf(words, start, "the") ? 1 : 0;
        return words.subList(Math.min(start, end), end);
    }

    private static boolean isOneOf(List<String> words, int index, String... choices) {
        return index >= 0
                && index < words.size()
                && Arrays.asList(choices).contains(words.get(index).toLowerCase(Locale.ROOT));
    }
}
