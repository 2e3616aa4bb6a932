package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A CVE in a table, with the findings that report it.
 *
 * @param cve the CVE as the plugin spells it, in upper case
 * @param hosts number of hosts that have such findings
 * @param severity the worst severity
 * @param epss the highest EPSS score in percent
 * @param listedByCisa whether CISA lists it as known to be exploited; empty if that is unknown
 * @param cisaDueDate the earliest date by which CISA requires a fix
 * @param shared whether EPSS score and CISA's entry may be those of another CVE, because SecurityCenter states them for
 *     a finding, and all findings with this CVE have several CVEs
 */
public record CveRow(
        String cve,
        Totals totals,
        int hosts,
        Severity severity,
        OptionalDouble epss,
        Optional<Boolean> listedByCisa,
        Optional<LocalDate> cisaDueDate,
        boolean shared) {

    /** Returns whether it is known that CISA lists it. */
    public boolean knownExploited() {
        return listedByCisa.orElse(false);
    }
}
