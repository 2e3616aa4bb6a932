package io.jenkins.plugins.securitycenter.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What tables can be sorted by. Names and addresses are ordered as people do: 10.0.0.9 before 10.0.0.10. */
public enum SortColumn {
    /** For hosts and plugins: the number of critical findings, then that of high ones, and so on. */
    SEVERITY("severity"),
    /** In the order of the constants of {@code Change}. */
    CHANGE("change"),
    /** The id of the plugin. */
    PLUGIN("plugin"),
    /** The name of the plugin. */
    NAME("name"),
    /** The family of the plugin. */
    FAMILY("family"),
    HOST("host"),
    PORT("port"),
    CVSS("cvss"),
    VPR("vpr"),
    FIRST_SEEN("firstSeen"),
    /** The number of findings. */
    TOTAL("total"),
    /** The number of hosts with findings of a plugin. */
    HOSTS("hosts");

    static final Set<SortColumn> OF_FINDINGS =
            EnumSet.of(SEVERITY, CHANGE, PLUGIN, NAME, FAMILY, HOST, PORT, CVSS, VPR, FIRST_SEEN);
    static final Set<SortColumn> OF_HOSTS = EnumSet.of(HOST, SEVERITY, TOTAL);
    static final Set<SortColumn> OF_PLUGINS = EnumSet.of(PLUGIN, NAME, FAMILY, SEVERITY, HOSTS, TOTAL);

    private final String word;

    SortColumn(String word) {
        this.word = word;
    }

    /** The name of the column in requests. */
    public String word() {
        return word;
    }

    /**
     * Reads a column as requests name it, for example {@code firstSeen}, in any case.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static SortColumn parse(String text) {
        String wanted = text == null ? "" : text.trim();
        return Arrays.stream(values())
                .filter(column -> column.word.equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> unknown(wanted, Arrays.asList(values())));
    }

    /** This column, if the view has it. */
    SortColumn in(Set<SortColumn> view) {
        if (!view.contains(this)) {
            throw unknown(word, view);
        }
        return this;
    }

    private static IllegalArgumentException unknown(String word, Collection<SortColumn> allowed) {
        return new IllegalArgumentException("The table cannot be sorted by \"" + word + "\"; allowed are "
                + allowed.stream().map(column -> column.word).collect(Collectors.joining(", ")) + ".");
    }
}
