package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.EnumSet;
import java.util.Set;

/** What tables can be sorted by. Names and addresses are ordered as people do: 10.0.0.9 before 10.0.0.10. */
public enum SortColumn {
    /** For hosts, plugins and CVEs: the number of critical findings, then that of high ones, and so on. */
    SEVERITY,
    /** In the order of the constants of {@code Change}. */
    CHANGE,
    /** The id of the plugin. */
    PLUGIN,
    /** The name of the plugin. */
    NAME,
    /** The family of the plugin. */
    FAMILY,
    HOST,
    PORT,
    CVSS,
    VPR,
    FIRST_SEEN,
    /** The number of findings. */
    TOTAL,
    /** The number of hosts with findings of a plugin, fix or CVE. */
    HOSTS,
    /** How much risk a fix removes. */
    RISK,
    CVE,
    EPSS,
    /** The earliest date by which findings must be fixed, or by which CISA requires a fix. */
    DUE_DATE;

    static final Set<SortColumn> OF_FINDINGS =
            EnumSet.of(SEVERITY, CHANGE, PLUGIN, NAME, FAMILY, HOST, PORT, CVSS, VPR, FIRST_SEEN);
    static final Set<SortColumn> OF_HOSTS = EnumSet.of(HOST, SEVERITY, TOTAL);
    static final Set<SortColumn> OF_PLUGINS = EnumSet.of(PLUGIN, NAME, FAMILY, SEVERITY, HOSTS, TOTAL);

    static final Set<SortColumn> OF_FIXES = EnumSet.of(RISK, SEVERITY, TOTAL, HOSTS, EPSS, VPR, DUE_DATE);
    static final Set<SortColumn> OF_CVES = EnumSet.of(CVE, SEVERITY, TOTAL, HOSTS, EPSS, DUE_DATE);

    /** The name of the column in requests. */
    public String word() {
        return EnumWords.of(this);
    }

    /**
     * Reads a column as requests name it, for example {@code firstSeen}, in any case.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static SortColumn parse(String text) {
        return EnumWords.parse(SortColumn.class, "sort column", text);
    }

    /** This column, if the view has it. */
    SortColumn in(Set<SortColumn> view) {
        if (!view.contains(this)) {
            String columns =
                    EnumWords.listed(view.stream().map(SortColumn::word).toList());
            throw new IllegalArgumentException(
                    "This view cannot be sorted by \"" + word() + "\". Use " + columns + ".");
        }
        return this;
    }
}
