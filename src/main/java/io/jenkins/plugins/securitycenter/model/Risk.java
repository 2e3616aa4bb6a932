package io.jenkins.plugins.securitycenter.model;

import java.util.OptionalDouble;

/**
 * How dangerous a finding is beyond its severity.
 *
 * @param cvss CVSS 3 base score, or the version 2 one where there is no other; 0 to 10
 * @param vpr Tenable's Vulnerability Priority Rating, 0 to 10
 * @param accepted whether an accept rule applies
 * @param recast whether a recast rule changed the severity
 */
public record Risk(
        boolean exploitAvailable, OptionalDouble cvss, OptionalDouble vpr, boolean accepted, boolean recast) {

    static Risk of(Attributes attributes) {
        OptionalDouble version3 = attributes.decimal("cvssV3BaseScore");
        return new Risk(
                attributes.flag("exploitAvailable"),
                version3.isPresent() ? version3 : attributes.decimal("baseScore"),
                attributes.decimal("vprScore"),
                attributes.flag("acceptRisk"),
                attributes.flag("recastRisk"));
    }
}
