package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.ExportOptions.Grouping;
import io.jenkins.plugins.securitycenter.record.FindingExports;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The files in the workspace to which findings are exported, by format. */
@Restricted(NoExternalUse.class)
public final class FindingExportPaths extends AbstractDescribableImpl<FindingExportPaths> implements Serializable {

    private static final long serialVersionUID = 1;

    private String sarif;
    private String junit;
    private String csv;
    private String jsonl;
    private String defectdojo;
    private String junitSuites = EnumWords.of(Grouping.HOST);

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

    @CheckForNull
    public String getJsonl() {
        return jsonl;
    }

    @DataBoundSetter
    public void setJsonl(String jsonl) {
        this.jsonl = Util.fixEmptyAndTrim(jsonl);
    }

    @CheckForNull
    public String getDefectdojo() {
        return defectdojo;
    }

    @DataBoundSetter
    public void setDefectdojo(String defectdojo) {
        this.defectdojo = Util.fixEmptyAndTrim(defectdojo);
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
        return this;
    }

    boolean empty() {
        return Stream.of(ExportFormat.values()).allMatch(format -> path(format) == null);
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

    /** @throws IllegalArgumentException if a path or the grouping is not valid, with a message for the user */
    FindingExports exports(UnaryOperator<String> expand) {
        Map<ExportFormat, String> paths = new EnumMap<>(ExportFormat.class);
        for (ExportFormat format : ExportFormat.values()) {
            paths.put(format, expand.apply(Util.fixNull(path(format))));
        }
        return new FindingExports(
                paths, ExportOptions.DEFAULT.by(EnumWords.parse(Grouping.class, "exports.junitSuites", junitSuites)));
    }

    /** The descriptor of the files. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<FindingExportPaths> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.FindingExportPaths_displayName();
        }

        @POST
        public FormValidation doCheckSarif(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, "sarif", value);
        }

        @POST
        public FormValidation doCheckJunit(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, "junit", value);
        }

        @POST
        public FormValidation doCheckCsv(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, "csv", value);
        }

        @POST
        public FormValidation doCheckJsonl(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, "jsonl", value);
        }

        @POST
        public FormValidation doCheckDefectdojo(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, "defectdojo", value);
        }

        @POST
        public ListBoxModel doFillJunitSuitesItems(@AncestorInPath Item item) {
            return StepForms.words(item, EnumWords.all(Grouping.class));
        }

        private static FormValidation check(Item item, String field, String value) {
            return StepForms.validation(item, value, () -> WorkspaceFile.check(field, value.trim()));
        }
    }
}
