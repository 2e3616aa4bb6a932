package io.jenkins.plugins.securitycenter.fix;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes the names of products in solutions and in names of plugins. */
final class ProductName {

    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{N} .+#()_-]{1,100}");
    private static final Pattern AFFECTED = Pattern.compile("v?\\d[\\w.*]*");

    /** Words that show that a text names no product, or not only one. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "and",
            "or",
            "either",
            "both",
            "with",
            "from",
            "to",
            "if",
            "on",
            "in",
            "for",
            "of",
            "at",
            "by",
            "below",
            "earlier",
            "prior",
            "than",
            "then",
            "before",
            "after",
            "without",
            "not",
            "alternatively",
            "see",
            "apply",
            "patch",
            "patched",
            "workaround",
            "downgrade",
            "remove",
            "disable",
            "install",
            "upgrade",
            "update",
            "fixed",
            "supported",
            "unsupported",
            "latest",
            "newest",
            "current",
            "later",
            "newer",
            "higher",
            "all",
            "any");

    /** Words that say nothing about which product it is. */
    private static final Set<String> GENERAL_WORDS = Set.of(
            "the",
            "a",
            "an",
            "your",
            "this",
            "its",
            "affected",
            "vulnerable",
            "installed",
            "remote",
            "software",
            "application",
            "product",
            "package",
            "packages",
            "library",
            "plugin",
            "module",
            "component",
            "firmware",
            "server",
            "client",
            "system",
            "host",
            "device",
            "vendor",
            "version",
            "versions",
            "release",
            "build",
            "web",
            "service",
            "program",
            "driver",
            "agent",
            "os");

    private ProductName() {}

    /** Returns the product that the words name; empty if they name no product, or not only one. */
    static Optional<String> of(List<String> words) {
        String name = String.join(" ", words);
        List<String> lower = Arrays.asList(name.toLowerCase(Locale.ROOT).split(" "));
        return CHARACTERS.matcher(name).matches()
                        && lower.stream().noneMatch(OTHER_WORDS::contains)
                        && !GENERAL_WORDS.containsAll(lower)
                ? Optional.of(name)
                : Optional.empty();
    }

    /** Returns whether the words say nothing about which product it is, so that its name must be elsewhere. */
    static boolean missing(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).allMatch(GENERAL_WORDS::contains);
    }

    /**
     * Returns the product in the name of a plugin that reports versions below that one: {@code Example Server} of
     * {@code Example Server 1.2.x < 1.2.5 Multiple Vulnerabilities}.
     */
    static Optional<String> below(VersionNumber version, String pluginName) {
        List<String> words = Arrays.asList(pluginName.split(" "));
        int sign = words.indexOf("<");
        boolean named = sign > 0
                && sign == words.lastIndexOf("<")
                && sign + 1 < words.size()
                && VersionNumber.parse(words.get(sign + 1))
                        .filter(other -> VersionNumber.ORDER.compare(other, version) == 0)
                        .filter(other -> other.lineage().equals(version.lineage()))
                        .isPresent()
                && (sign + 2 == words.size() || !words.get(sign + 2).matches("/|or|and|\\|.*|\\d.*"));
        if (!named) {
            return Optional.empty();
        }
        int end = sign > 1 && AFFECTED.matcher(words.get(sign - 1)).matches() ? sign - 1 : sign;
        return of(words.subList(0, end));
    }
}
