package io.jenkins.plugins.securitycenter.model;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The risk of a finding beyond its severity.
 *
 * @param cvss the higher of the CVSS 4 and CVSS 3 base scores, or the CVSS 2 base score if there is no other; 0 to 10
 * @param vpr Tenable's Vulnerability Priority Rating, 0 to 10
 * @param accepted whether an accept risk rule applies
 * @param recast whether a recast risk rule changed the severity
 */
public record Risk(
        boolean exploitAvailable, OptionalDouble cvss, OptionalDouble vpr, boolean accepted, boolean recast) {

    static final Risk NONE = new Risk(false, OptionalDouble.empty(), OptionalDouble.empty(), false, false);

    /** Reads the risk of a finding. An invalid value of {@code acceptRisk} counts as not accepted. */
    static Risk of(Attributes attributes) {
        ExactAttributes exact = attributes.exact();
        return new Risk(
                exact.flag("exploitAvailable"),
                cvss(exact),
                exact.score("vprScore"),
                attributes.flag("acceptRisk"),
                attributes.flag("recastRisk"));
    }

    private static OptionalDouble cvss(ExactAttributes exact) {
        OptionalDouble version2 = exact.score("baseScore");
        OptionalDouble later = Stream.of(exact.score("cvssV4BaseScore"), exact.score("cvssV3BaseScore"))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
        return later.isPresent() ? later : version2;
    }
}
