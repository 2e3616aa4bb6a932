package io.jenkins.plugins.securitycenter.fix;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package of a release of a distribution, as the name of a plugin says it: {@code RHEL 8 : kernel (RHSA-2023:0832)}.
 *
 * @param system the distribution and its release
 * @param name the package
 * @param series the kind of advisory, which tells apart kernels of one release: {@code RHSA}, {@code ALASKERNEL-5.10}
 */
record DistributionPackage(String system, String name, String series) {

    private static final String AFTER_SYSTEM = " : ";
    private static final String BEFORE_ADVISORY = " (";
    private static final Pattern ADVISORY = Pattern.compile("[\\w.:-]{6,80}");

    private static final Pattern NUMBER = Pattern.compile("(?:(?:^|[-:])(?:19|20)\\d\\d[-:].*|-\\d+(?:-\\d+)?)$");
    private static final Pattern SUFFIX =
            Pattern.compile(" (?:vulnerability|vulnerabilities|regression|update)$", Pattern.CASE_INSENSITIVE);

    private static final String NAMES = "[\\w.+:-]+(?:,? [\\w.+:-]+)*";
    private static final Pattern UPDATE = Pattern.compile(
            "update the (?:affected )?(?:(?<names>" + NAMES + ") )?packages?(?: based on the guidance in @)?"
                    + "|run '(?:yum|dnf|apt|apt-get|zypper) (?:update|upgrade) [\\w.+:-]+' to update your system");

    private static final Set<String> OTHER_WORDS =
            Set.of("or", "workaround", "apply", "remove", "disable", "downgrade", "if", "see", "unless", "without");

    private static final Pattern DEBIAN = Pattern.compile("debian (?:dsa|dla)-[\\d-]+ ?: (?<name>[\\w.+-]+) - .*");
    private static final Pattern DEBIAN_FIXED = Pattern.compile("upgrade the (?<name>[\\w.+-]+) packages?\\. for "
            + "(?:(?:the )?(?:\\w*stable|testing) distribution \\((?<release>\\w+)\\)|debian (?<number>\\d+(?: \\w+)?))"
            + ",? (?:this problem has|these problems have) been fixed in version (?<version>\\S+)");

    /** Returns whether a plugin of that family checks packages of a distribution, whose release must be known. */
    static boolean isExpected(String pluginName, String family) {
        String lower = family.toLowerCase(Locale.ROOT);
        return lower.endsWith("local security checks") && !lower.startsWith("macos")
                || pluginName.toLowerCase(Locale.ROOT).startsWith("debian d")
                || of(pluginName).isPresent();
    }

    /** Reads the name of a plugin; empty if it does not name a release, a package and an advisory. */
    static Optional<DistributionPackage> of(String pluginName) {
        int colon = pluginName.indexOf(':');
        int start = pluginName.indexOf(AFTER_SYSTEM);
        int end = pluginName.lastIndexOf(BEFORE_ADVISORY);
        if (start < 0 || colon != start + 1 || end <= start + AFTER_SYSTEM.length() || !pluginName.endsWith(")")) {
            return Optional.empty();
        }
        String system = pluginName.substring(0, start);
        String name = SUFFIX.matcher(pluginName.substring(start + AFTER_SYSTEM.length(), end))
                .replaceFirst("");
        String advisory = advisory(pluginName);
        String series = NUMBER.matcher(advisory).replaceFirst("");
        return hasDigit(system)
                        && hasDigit(advisory)
                        && ADVISORY.matcher(advisory).matches()
                ? Optional.of(new DistributionPackage(system, name, series))
                : Optional.empty();
    }

    private static String advisory(String pluginName) {
        return pluginName.substring(
                pluginName.lastIndexOf(BEFORE_ADVISORY) + BEFORE_ADVISORY.length(), pluginName.length() - 1);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Returns the fix, if the solution consists of nothing but the update of this package. The update that resolves one
     * finding contains all earlier ones.
     */
    Optional<Fix> fix(String solution, String pluginName) {
        String text = solution.replace(advisory(pluginName), "@").toLowerCase(Locale.ROOT);
        boolean plain = UPDATE.matcher(text).matches()
                && Arrays.stream(text.split("[ ,]+")).noneMatch(OTHER_WORDS::contains);
        return plain
                ? Optional.of(Fix.of(label(), Optional.empty(), "package", system, name, series, text))
                : Optional.empty();
    }

    /** Returns the fix of a security update of Debian, whose solution names the release and the version. */
    static Optional<Fix> ofDebian(String solution, String pluginName) {
        Matcher named = DEBIAN.matcher(pluginName.toLowerCase(Locale.ROOT));
        Matcher fixed = DEBIAN_FIXED.matcher(solution.toLowerCase(Locale.ROOT));
        if (!named.matches() || !fixed.matches() || !named.group("name").equals(fixed.group("name"))) {
            return Optional.empty();
        }
        String release = fixed.group("release") == null ? fixed.group("number") : fixed.group("release");
        return VersionNumber.parse(fixed.group("version"))
                .map(version -> Fix.of(
                        "Debian " + release + ": " + fixed.group("name"),
                        Optional.of(version),
                        "debian",
                        release,
                        fixed.group("name"),
                        version.branch()));
    }

    String label() {
        return system + ": " + name;
    }
}
