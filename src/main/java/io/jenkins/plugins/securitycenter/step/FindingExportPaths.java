package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import io.jenkins.plugins.securitycenter.export.CsvColumn;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.ExportOptions.Grouping;
import io.jenkins.plugins.securitycenter.export.SarifSelection;
import io.jenkins.plugins.securitycenter.record.FindingExports;
import io.jenkins.plugins.securitycenter.task.FormText;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The files in the workspace to which findings are exported, by format. */
@Restricted(NoExternalUse.class)
public final class FindingExportPaths implements Describable<FindingExportPaths>, Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable String sarif;
    private @Nullable String junit;
    private @Nullable String csv;
    private @Nullable String jsonl;
    private boolean jsonlAll;
    private @Nullable String defectdojo;
    private @Nullable String html;
    private @Nullable String hosts;
    private String junitSuites = EnumWords.of(Grouping.HOST);
    private int sarifLimit = SarifSelection.DEFAULT_LIMIT;
    private boolean sarifAll;

    @XstreamSafeObjectField
    private @Nullable Object csvColumns;

    @DataBoundConstructor
    public FindingExportPaths() {
        // All properties are optional.
    }

    @CheckForNull
    public String getSarif() {
        return sarif;
    }

    @DataBoundSetter
    public void setSarif(String sarif) {
        this.sarif = Util.fixEmptyAndTrim(sarif);
    }

    /** Returns the maximum number of findings in the SARIF file. */
    public int getSarifLimit() {
        return sarifLimit;
    }

    @DataBoundSetter
    public void setSarifLimit(int sarifLimit) {
        this.sarifLimit = sarifLimit;
    }

    /** Returns whether the SARIF file includes accepted, suppressed and fixed findings. */
    public boolean isSarifAll() {
        return sarifAll;
    }

    @DataBoundSetter
    public void setSarifAll(boolean sarifAll) {
        this.sarifAll = sarifAll;
    }

    @CheckForNull
    public String getJunit() {
        return junit;
    }

    @DataBoundSetter
    public void setJunit(String junit) {
        this.junit = Util.fixEmptyAndTrim(junit);
    }

    @CheckForNull
    public String getCsv() {
        return csv;
    }

    @DataBoundSetter
    public void setCsv(String csv) {
        this.csv = Util.fixEmptyAndTrim(csv);
    }

    /** Returns a list of columns, or text separated by commas or line breaks; null for the default columns. */
    @CheckForNull
    public Object getCsvColumns() {
        return csvColumns;
    }

    @DataBoundSetter
    public void setCsvColumns(Object csvColumns) {
        this.csvColumns = StepForms.blankToNull(csvColumns);
    }

    /** Returns the text of the form for {@link #getCsvColumns}; null for none. */
    @CheckForNull
    public String getCsvColumnsText() {
        return FormText.of("exports.csvColumns", csvColumns);
    }

    @CheckForNull
    public String getJsonl() {
        return jsonl;
    }

    @DataBoundSetter
    public void setJsonl(String jsonl) {
        this.jsonl = Util.fixEmptyAndTrim(jsonl);
    }

    /** Returns whether the JSON Lines file includes the findings of the reference that are not current. */
    public boolean isJsonlAll() {
        return jsonlAll;
    }

    @DataBoundSetter
    public void setJsonlAll(boolean jsonlAll) {
        this.jsonlAll = jsonlAll;
    }

    @CheckForNull
    public String getDefectdojo() {
        return defectdojo;
    }

    @DataBoundSetter
    public void setDefectdojo(String defectdojo) {
        this.defectdojo = Util.fixEmptyAndTrim(defectdojo);
    }

    @CheckForNull
    public String getHtml() {
        return html;
    }

    @DataBoundSetter
    public void setHtml(String html) {
        this.html = Util.fixEmptyAndTrim(html);
    }

    @CheckForNull
    public String getHosts() {
        return hosts;
    }

    @DataBoundSetter
    public void setHosts(String hosts) {
        this.hosts = Util.fixEmptyAndTrim(hosts);
    }

    public String getJunitSuites() {
        return junitSuites;
    }

    /** Sets the grouping of JUnit test suites: {@code host} or {@code plugin}. */
    @DataBoundSetter
    public void setJunitSuites(String junitSuites) {
        this.junitSuites = EnumWords.given(junitSuites, Grouping.HOST);
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setJunitSuites(junitSuites);
        setSarifLimit(sarifLimit == 0 ? SarifSelection.DEFAULT_LIMIT : sarifLimit);
        return this;
    }

    boolean empty() {
        return html == null
                && hosts == null
                && Stream.of(ExportFormat.values()).allMatch(format -> path(format) == null);
    }

    @CheckForNull
    private String path(ExportFormat format) {
        return switch (format) {
            case SARIF -> sarif;
            case JUNIT -> junit;
            case CSV -> csv;
            case JSONL -> jsonl;
            case DEFECTDOJO -> defectdojo;
        };
    }

    /** @throws IllegalArgumentException if a parameter is not valid, with a message for the user */
    FindingExports exports(UnaryOperator<String> expand) {
        Map<ExportFormat, String> paths = new EnumMap<>(ExportFormat.class);
        for (ExportFormat format : ExportFormat.values()) {
            paths.put(format, expand.apply(Util.fixNull(path(format))));
        }
        ExportOptions options = ExportOptions.DEFAULT
                .by(EnumWords.parse(Grouping.class, "exports.junitSuites", junitSuites))
                .with(new SarifSelection(sarifLimit, sarifAll))
                .withMissing(jsonlAll)
                .with(CsvColumn.parse(expand.apply(ScriptValues.lines("exports.csvColumns", csvColumns))));
        return new FindingExports(paths, expand.apply(Util.fixNull(html)), expand.apply(Util.fixNull(hosts)), options);
    }

    /** Reads the stored parameters. */
    public static final class ConverterImpl extends StoredObjectConverter<FindingExportPaths> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the files. */
    @Extension
    public static final class DescriptorImpl extends FindingExportDescriptor {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.FindingExportPaths_displayName();
        }
    }
}
