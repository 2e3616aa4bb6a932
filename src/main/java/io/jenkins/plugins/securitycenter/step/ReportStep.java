package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.run.ReportTask;
import io.jenkins.plugins.securitycenter.run.ReportTask.OnAbort;
import io.jenkins.plugins.securitycenter.run.Suggestions;
import io.jenkins.plugins.securitycenter.run.Word;
import io.jenkins.plugins.securitycenter.run.WorkspaceFile;
import io.jenkins.plugins.securitycenter.suggest.ChoiceKind;
import io.jenkins.plugins.securitycenter.watch.ReportOrder;
import io.jenkins.plugins.securitycenter.watch.TimeLimit;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Step {@code securityCenterReport}: has a report made and downloads it. */
public final class ReportStep extends SecurityCenterStep {

    private static final long serialVersionUID = 1;

    private final String report;
    private String outputFile;
    private int timeout;
    private String onAbort = Word.of(OnAbort.LEAVE);

    @DataBoundConstructor
    public ReportStep(String report) {
        this.report = Util.fixNull(report).trim();
    }

    /** The name or id of a report definition. */
    public String getReport() {
        return report;
    }

    /** Path in the workspace; null for a name made of that of the report. */
    @CheckForNull
    public String getOutputFile() {
        return outputFile;
    }

    @DataBoundSetter
    public void setOutputFile(String outputFile) {
        this.outputFile = Util.fixEmptyAndTrim(outputFile);
    }

    /** In minutes; 0 for no limit. */
    public int getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    public String getOnAbort() {
        return onAbort;
    }

    @DataBoundSetter
    public void setOnAbort(String onAbort) {
        String word = Util.fixEmptyAndTrim(onAbort);
        this.onAbort = word == null ? Word.of(OnAbort.LEAVE) : word;
    }

    /**
     * The report that these parameters describe.
     *
     * @param expand puts values for the variables of a freestyle build
     * @throws IllegalArgumentException with a sentence that says which parameter is wrong and what is allowed
     */
    public ReportTask task(UnaryOperator<String> expand) {
        ReportOrder order = new ReportOrder(
                expand.apply(report),
                Duration.ofMinutes(timeout),
                Word.parse(OnAbort.class, "onAbort", onAbort) == OnAbort.DELETE);
        return new ReportTask(connection(expand), order, expand.apply(Util.fixNull(outputFile)));
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        try {
            task(UnaryOperator.identity());
            return new ReportExecution(context, this);
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Gives what a hand-written or older configuration leaves out its default. */
    private Object readResolve() {
        setOnAbort(onAbort);
        return this;
    }

    /** The form of the step. */
    @Extension
    public static final class DescriptorImpl extends SecurityCenterStepDescriptor {

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
        public AutoCompletionCandidates doAutoCompleteReport(Suggestions known, @QueryParameter String value) {
            return known.suggest(ChoiceKind.REPORT_DEFINITION, value);
        }

        @POST
        public FormValidation doCheckReport(Suggestions known, @QueryParameter String value) {
            return Forms.validation(
                    known, ChoiceKind.REPORT_DEFINITION, value, () -> new ReportOrder(value, Duration.ZERO, false));
        }

        @POST
        public FormValidation doCheckOutputFile(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.validation(item, value, () -> WorkspaceFile.check("outputFile", value));
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.validation(
                    item, value, () -> TimeLimit.check(Duration.ofMinutes(Forms.wholeNumber("timeout", value))));
        }

        @POST
        public ListBoxModel doFillOnAbortItems(@AncestorInPath Item item) {
            return Forms.words(item, Word.all(OnAbort.class));
        }
    }
}
