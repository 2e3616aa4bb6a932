package io.jenkins.plugins.securitycenter.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The risk of a finding beyond its severity.
 *
 * @param exploit whether an exploit is available; empty if the server does not send it
 * @param cvss the base score of the highest CVSS version that has one, 0 to 10
 * @param cvssVersion the CVSS version of the score: 4, 3 or 2; 0 without a score
 * @param vpr Tenable's Vulnerability Priority Rating, 0 to 10
 * @param epssPercent the EPSS score, 0 to 100
 * @param accepted whether an accept risk rule applies
 * @param acceptedComment the comment of that rule
 * @param recast whether a recast risk rule changed the severity
 */
public record Risk(
        Optional<Boolean> exploit,
        OptionalDouble cvss,
        int cvssVersion,
        OptionalDouble vpr,
        OptionalDouble epssPercent,
        boolean accepted,
        String acceptedComment,
        boolean recast) {

    /** The fields that are read, by their API names; the first is that of the plugin, which nearly determines them. */
    static final List<String> FIELDS = List.of(
            "pluginID",
            "exploitAvailable",
            "baseScore",
            "cvssV3BaseScore",
            "cvssV4BaseScore",
            "vprScore",
            "epssScore",
            "acceptRisk",
            "acceptRiskRuleComment",
            "recastRisk");

    /** The risk of a finding of which the server sends nothing. */
    public static final Risk NONE = new Risk(
            Optional.empty(),
            OptionalDouble.empty(),
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false,
            "",
            false);

    private static final Map<Integer, String> CVSS_FIELDS =
            Map.of(4, "cvssV4BaseScore", 3, "cvssV3BaseScore", 2, "baseScore");

    /** Creates a risk of which it is known whether an exploit is available. */
    public Risk(
            boolean exploitAvailable,
            OptionalDouble cvss,
            int cvssVersion,
            OptionalDouble vpr,
            OptionalDouble epssPercent,
            boolean accepted,
            String acceptedComment,
            boolean recast) {
        this(Optional.of(exploitAvailable), cvss, cvssVersion, vpr, epssPercent, accepted, acceptedComment, recast);
    }

    /** Returns whether an exploit is known to be available. */
    public boolean exploitAvailable() {
        return exploit.orElse(false);
    }

    Risk acceptedWith(String comment) {
        return new Risk(exploit, cvss, cvssVersion, vpr, epssPercent, true, comment, recast);
    }

    /** Reads the risk of a finding. An invalid value of {@code acceptRisk} counts as not accepted. */
    static Risk of(Attributes attributes, EpssScale scale) {
        ExactAttributes exact = attributes.exact();
        int version = cvssVersion(exact);
        String field = CVSS_FIELDS.get(version);
        return new Risk(
                attributes.has("exploitAvailable") ? Optional.of(exact.flag("exploitAvailable")) : Optional.empty(),
                field == null ? OptionalDouble.empty() : exact.score(field),
                version,
                exact.score("vprScore"),
                scale.percent(exact, "epssScore"),
                attributes.flag("acceptRisk"),
                attributes.text("acceptRiskRuleComment"),
                attributes.flag("recastRisk"));
    }

    /**
     * Returns the highest CVSS version with a score above 0, otherwise the highest one with a score, after checking the scores
     * of all versions; 0 if there is none. A score of 0 next to a higher one means that the version was not rated.
     */
    private static int cvssVersion(ExactAttributes exact) {
        int rated = 0;
        int any = 0;
        for (Map.Entry<Integer, String> field : CVSS_FIELDS.entrySet()) {
            OptionalDouble score = exact.score(field.getValue());
            any = score.isPresent() ? Math.max(any, field.getKey()) : any;
            rated = score.orElse(0) > 0 ? Math.max(rated, field.getKey()) : rated;
        }
        return rated > 0 ? rated : any;
    }
}
