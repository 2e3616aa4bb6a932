package io.jenkins.plugins.securitycenter.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Determines which fields of findings a server does not send at all, as older ones do. An empty value is a value here: it
 * says that a finding has no reference or no score. Not thread-safe.
 */
public final class MissingFields {

    public static final String EXPLOIT = "exploitAvailable";
    public static final String XREF = "xref";
    public static final String PATCH = "patchPubDate";
    public static final String CVE = "cve";
    public static final String FAMILY = "family";
    public static final String VPR = "vprScore";
    public static final String EPSS = "epssScore";
    /** The base scores of all CVSS versions, of which one is enough. */
    public static final List<String> CVSS = List.of("baseScore", "cvssV3BaseScore", "cvssV4BaseScore");

    private final List<String> missing = new ArrayList<>(List.of(EXPLOIT, XREF, PATCH, CVE, FAMILY, VPR, EPSS));
    private boolean started;

    /** Creates the fields of a read without rows. */
    public MissingFields() {
        missing.addAll(CVSS);
    }

    /** Adds a row of a finding. */
    public void add(Attributes row) {
        started = true;
        if (!missing.isEmpty()) {
            missing.removeIf(row::has);
        }
    }

    /** Returns the API names of the fields that no row has; none if there are no rows. */
    public List<String> names() {
        return started ? List.copyOf(missing) : List.of();
    }
}
