package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.Objects;

/**
 * The options of an export.
 *
 * @param id id of the record within its build; the category of the results in SARIF
 * @param version version of this plugin; the version of the tool in SARIF; may be empty
 * @param grouping what a test suite in JUnit XML contains
 * @param failFrom minimum severity of a failed test in JUnit XML; findings of lower severity are passed tests
 * @param partial whether the scan did not reach all of its targets; included in every format
 * @param sarif which findings SARIF contains
 * @param columns the columns of CSV, in their order
 * @param missing whether JSON Lines also contains the findings of the reference that are fixed, not scanned or not
 *     checked
 * @param build the build that recorded the findings; included in JSON Lines
 */
public record ExportOptions(
        String id,
        String version,
        Grouping grouping,
        Severity failFrom,
        boolean partial,
        SarifSelection sarif,
        List<CsvColumn> columns,
        boolean missing,
        RecordedBuild build) {

    /** The meaning of test suites in JUnit XML. */
    public enum Grouping {
        HOST,
        PLUGIN;

        /**
         * Parses a value that a user entered, ignoring case; {@link #HOST} if it is empty.
         *
         * @throws IllegalArgumentException if it is unknown; the message lists the allowed values
         */
        public static Grouping parse(String text) {
            return EnumWords.parse(Grouping.class, "suites", EnumWords.given(text, HOST));
        }
    }

    /** The default options: a test suite for each host, and every finding except those of severity Info fails. */
    public static final ExportOptions DEFAULT = new ExportOptions(
            "securitycenter",
            pluginVersion(),
            Grouping.HOST,
            Severity.LOW,
            false,
            SarifSelection.DEFAULT,
            CsvColumn.DEFAULT,
            false,
            RecordedBuild.UNKNOWN);

    public ExportOptions {
        Objects.requireNonNull(id);
        Objects.requireNonNull(version);
        Objects.requireNonNull(grouping);
        Objects.requireNonNull(failFrom);
        Objects.requireNonNull(sarif);
        Objects.requireNonNull(build);
        columns = List.copyOf(columns);
    }

    /** Returns these options for another record. */
    public ExportOptions of(String recordId) {
        return new ExportOptions(recordId, version, grouping, failFrom, partial, sarif, columns, missing, build);
    }

    /** Returns these options with other test suites. */
    public ExportOptions by(Grouping suites) {
        return new ExportOptions(id, version, suites, failFrom, partial, sarif, columns, missing, build);
    }

    /** Returns these options for a scan that is partial or not. */
    public ExportOptions ofScan(boolean partialScan) {
        return new ExportOptions(id, version, grouping, failFrom, partialScan, sarif, columns, missing, build);
    }

    /** Returns these options with other findings in SARIF. */
    public ExportOptions with(SarifSelection findings) {
        return new ExportOptions(id, version, grouping, failFrom, partial, findings, columns, missing, build);
    }

    /** Returns these options with other columns of CSV. */
    public ExportOptions with(List<CsvColumn> csvColumns) {
        return new ExportOptions(id, version, grouping, failFrom, partial, sarif, csvColumns, missing, build);
    }

    /** Returns these options with or without the missing findings in JSON Lines. */
    public ExportOptions withMissing(boolean missingFindings) {
        return new ExportOptions(id, version, grouping, failFrom, partial, sarif, columns, missingFindings, build);
    }

    /** Returns these options for another build. */
    public ExportOptions recordedBy(RecordedBuild recording) {
        return new ExportOptions(id, version, grouping, failFrom, partial, sarif, columns, missing, recording);
    }

    /** Returns the version in the manifest of the plugin; empty if the classes are not packaged. */
    private static String pluginVersion() {
        return Objects.requireNonNullElse(ExportOptions.class.getPackage().getImplementationVersion(), "");
    }
}
