package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.ReportTask;
import io.jenkins.plugins.securitycenter.task.ReportTask.OnAbort;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.watch.ReportOptions;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Step {@code securityCenterReport}: generates a report and downloads it. */
@Restricted(NoExternalUse.class)
public final class ReportStep extends WaitingStep {

    private static final long serialVersionUID = 1;

    private final String report;
    private @Nullable String outputFile;
    private String onAbort = EnumWords.of(OnAbort.LEAVE);

    @DataBoundConstructor
    public ReportStep(String report) {
        this.report = Util.fixNull(report).trim();
    }

    /** Returns the name or ID of a report definition. */
    public String getReport() {
        return report;
    }

    /** Returns the path in the workspace; null for a name derived from the name of the report. */
    @CheckForNull
    public String getOutputFile() {
        return outputFile;
    }

    @DataBoundSetter
    public void setOutputFile(String outputFile) {
        this.outputFile = Util.fixEmptyAndTrim(outputFile);
    }

    public String getOnAbort() {
        return onAbort;
    }

    @DataBoundSetter
    public void setOnAbort(String onAbort) {
        this.onAbort = EnumWords.given(onAbort, OnAbort.LEAVE);
    }

    @Override
    public ReportTask task(UnaryOperator<String> expand) {
        ReportOptions options = new ReportOptions(
                expand.apply(Util.fixNull(report)),
                limit(),
                EnumWords.parse(OnAbort.class, "onAbort", onAbort) == OnAbort.DELETE);
        return new ReportTask(options, expand.apply(Util.fixNull(outputFile)));
    }

    @Override
    boolean hasScanResult() {
        return false;
    }

    @Override
    String preparing() {
        return "preparing report \"" + report + "\"";
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setOnAbort(onAbort);
        return this;
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends LongStepDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterReport";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ReportStep_displayName();
        }

        @POST
        public AutoCompletionCandidates doAutoCompleteReport(FormSuggestions known, @QueryParameter String value) {
            return known.suggest(SuggestionType.REPORT_DEFINITION, value);
        }

        @POST
        public FormValidation doCheckReport(FormSuggestions known, @QueryParameter String value) {
            return StepForms.validation(
                    known,
                    SuggestionType.REPORT_DEFINITION,
                    value,
                    () -> new ReportOptions(value, Duration.ZERO, false));
        }

        @POST
        public FormValidation doCheckOutputFile(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> WorkspaceFile.check("outputFile", value));
        }

        @POST
        public ListBoxModel doFillOnAbortItems(@AncestorInPath Item item) {
            return StepForms.words(item, EnumWords.all(OnAbort.class));
        }
    }
}
