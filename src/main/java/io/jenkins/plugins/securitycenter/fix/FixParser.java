package io.jenkins.plugins.securitycenter.fix;

import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Determines the fix of a plugin. Two plugins have one fix only if their solutions are completely understood: they ask for
 * nothing but an upgrade of the same product to a version of the same branch, or for nothing but an update of the same
 * package of the same release of a distribution. Every other plugin has a fix of its own.
 */
public final class FixParser {

    /** The length up to which solutions are understood. */
    public static final int MOST_CHARACTERS = 2_000;

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NO_SOLUTION = 50;

    private static final Pattern NO_SOLUTION =
            Pattern.compile("(?:n/?a|none|unknown|(?:there is )?no known solution(?: at this time)?)?");

    /** Products whose vendors fix only the newest version, so that a later one replaces all earlier ones. */
    private static final Set<String> SINGLE_BRANCH = Set.of(
            "7-zip",
            "curl",
            "google chrome",
            "microsoft edge",
            "mozilla firefox",
            "notepad++",
            "opera",
            "putty",
            "winrar");

    private FixParser() {}

    /** Returns the fix of a plugin with its name, family and solution. */
    public static Fix parse(Plugin plugin) {
        String solution = words(plugin.solution());
        if (solution.length() <= LONGEST_NO_SOLUTION
                && NO_SOLUTION.matcher(solution.toLowerCase(Locale.ROOT)).matches()) {
            return Fix.NONE;
        }
        String name = words(plugin.name());
        return understood(solution, name, plugin.family()).orElseGet(() -> ownFix(plugin, name));
    }

    /** Returns the text with single spaces, without a period at its end. */
    private static String words(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return text;
        }
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = (c <= ' ' || c >= 0x7F) && Whitespace.isBlank(c);
            if (!space || !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(space ? ' ' : c);
            }
        }
        String line = words.toString().trim();
        return line.endsWith(".") ? line.substring(0, line.length() - 1).trim() : line;
    }

    private static Optional<Fix> understood(String solution, String name, String family) {
        if (solution.length() > MOST_CHARACTERS || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        if (!DistributionPackage.isExpected(name, family)) {
            return VersionUpgrade.parse(solution).flatMap(upgrade -> upgrade(upgrade, name, ""));
        }
        Optional<DistributionPackage> known = DistributionPackage.of(name);
        return known.isEmpty()
                ? DistributionPackage.ofDebian(solution, name)
                : VersionUpgrade.parse(solution)
                        .flatMap(upgrade -> upgrade(upgrade, name, known.get().label()))
                        .or(() -> known.get().fix(solution, name));
    }

    /** @param system the package of a distribution; empty outside of distributions */
    private static Optional<Fix> upgrade(VersionUpgrade upgrade, String name, String system) {
        VersionNumber version = upgrade.version();
        boolean named = !ProductName.missing(upgrade.product());
        Optional<String> product = named ? ProductName.of(upgrade.product()) : ProductName.below(version, name);
        return product.map(text -> {
            String key = text.toLowerCase(Locale.ROOT);
            String branch = SINGLE_BRANCH.contains(key) ? version.lineage() : version.branch();
            return Fix.of(named ? system : text, Optional.of(version), "version", system, key, branch);
        });
    }

    private static Fix ownFix(Plugin plugin, String name) {
        return Fix.of(name.isEmpty() ? "Plugin " + plugin.id() : name, Optional.empty(), "plugin", plugin.id());
    }
}
