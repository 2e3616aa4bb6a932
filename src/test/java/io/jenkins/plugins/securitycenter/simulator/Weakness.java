package io.jenkins.plugins.securitycenter.simulator;

import java.util.List;

/** A kind of problem; in the texts {@code %s} stands for the product, and {@code #} for a number of the plugin. */
record Weakness(Severity severity, String title, String synopsis, String solution) {
    private static final String UPDATE = "Install the version of %s that its vendor recommends.";
    private static final String UPGRADE = "Upgrade to %s 1.2.# or later.";

    static final List<Weakness> SERIOUS = List.of(
            new Weakness(
                    Severity.CRITICAL,
                    "%s Remote Code Execution",
                    "An unauthenticated attacker can run commands on the host through %s.",
                    UPGRADE),
            new Weakness(
                    Severity.HIGH,
                    "%s Privilege Escalation",
                    "A local user can gain administrator rights through %s.",
                    UPGRADE),
            new Weakness(
                    Severity.HIGH,
                    "%s Memory Corruption",
                    "Crafted input makes %s write outside of its buffers.",
                    UPGRADE),
            new Weakness(
                    Severity.MEDIUM,
                    "%s Information Disclosure",
                    "%s reveals internal data to anybody who asks.",
                    "Restrict access to %s and update it."),
            new Weakness(Severity.MEDIUM, "%s Denial of Service", "A small request keeps %s busy for minutes.", UPDATE),
            new Weakness(
                    Severity.MEDIUM,
                    "%s Self-Signed Certificate",
                    "%s presents a certificate that nobody vouches for.",
                    "Install a certificate of a known authority."),
            new Weakness(
                    Severity.LOW,
                    "%s Verbose Banner",
                    "%s names its exact version to anonymous visitors.",
                    "Shorten the banner of %s."));

    static final List<Weakness> INFORMATIVE = List.of(
            new Weakness(Severity.INFO, "%s Detection", "%s runs on the host.", "n/a"),
            new Weakness(Severity.INFO, "%s Version", "The version of %s was found out.", "n/a"),
            new Weakness(Severity.INFO, "%s Configuration", "Some settings of %s were read.", "n/a"),
            new Weakness(
                    Severity.INFO, "%s Supported Algorithms", "The algorithms that %s offers were listed.", "n/a"));

    /** Two plugins of five are about a weakness, one in thirteen of these about a critical one. */
    static Weakness of(int index) {
        long hash = Hash.of(index, 11);
        return index % 5 < 2
                ? SERIOUS.get((int) Math.min(SERIOUS.size() - 1, weighted(Hash.below(13, hash))))
                : INFORMATIVE.get(Hash.below(INFORMATIVE.size(), hash));
    }

    private static long weighted(int die) {
        return die == 0 ? 0 : 1 + (die - 1) / 2;
    }
}
