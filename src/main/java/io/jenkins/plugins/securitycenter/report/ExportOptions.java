package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the exports may be told.
 *
 * @param id the id of the record within its build, which SARIF names as the category of the results
 * @param version the version of this plugin, which SARIF names as the version of the tool; may be empty
 * @param grouping what makes a suite in JUnit XML
 * @param failFrom the least severity that is a failed test in JUnit XML; the others pass
 * @param partial whether the scan did not reach all of its targets, which every format tells
 */
public record ExportOptions(String id, String version, Grouping grouping, Severity failFrom, boolean partial) {

    /** What the test suites of a JUnit file stand for. */
    public enum Grouping {
        HOST,
        PLUGIN;

        /**
         * Reads what a user wrote, in any case; hosts if it is nothing.
         *
         * @throws IllegalArgumentException with a sentence that lists what is allowed
         */
        public static Grouping parse(String text) {
            String wanted = text == null || text.isBlank() ? HOST.name() : text.trim();
            return Arrays.stream(values())
                    .filter(grouping -> grouping.name().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The parameter suites=\"" + wanted + "\" is not allowed; allowed are host, plugin."));
        }
    }

    /** Hosts as suites; every finding but the informative ones fails. */
    public static final ExportOptions DEFAULT =
            new ExportOptions("securitycenter", pluginVersion(), Grouping.HOST, Severity.LOW, false);

    public ExportOptions {
        Objects.requireNonNull(id);
        Objects.requireNonNull(version);
        Objects.requireNonNull(grouping);
        Objects.requireNonNull(failFrom);
    }

    /** These options for another record. */
    public ExportOptions of(String recordId) {
        return new ExportOptions(recordId, version, grouping, failFrom, partial);
    }

    /** These options with other suites. */
    public ExportOptions by(Grouping suites) {
        return new ExportOptions(id, version, suites, failFrom, partial);
    }

    /** These options for a scan that is partial or not. */
    public ExportOptions ofScan(boolean partialScan) {
        return new ExportOptions(id, version, grouping, failFrom, partialScan);
    }

    /** As the manifest of the plugin has it; there is none while the classes are not packed yet. */
    private static String pluginVersion() {
        return Objects.requireNonNullElse(ExportOptions.class.getPackage().getImplementationVersion(), "");
    }
}
