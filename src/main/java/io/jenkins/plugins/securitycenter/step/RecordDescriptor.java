package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.gate.MissingScore;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.record.RecordName;
import io.jenkins.plugins.securitycenter.record.ReferenceJob;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.function.UnaryOperator;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link RecordStep}. */
@Restricted(NoExternalUse.class)
public abstract class RecordDescriptor extends ScanResultDescriptor {

    @Override
    public Step newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
        String sla = StepForms.take(form, "sla");
        RecordStep step = (RecordStep) super.newInstance(req, form);
        step.setSla(sla);
        return step;
    }

    @POST
    public FormValidation doCheckSla(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item,
                value,
                () -> new RiskRules(MissingScore.COUNT, EvaluationStep.days(value, UnaryOperator.identity())));
    }

    @POST
    public ListBoxModel doFillMissingScoreItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(MissingScore.class));
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteReference(
            @AncestorInPath Item item, @AncestorInPath ItemGroup<?> container, @QueryParameter String value) {
        StepForms.permission(item);
        return AutoCompletionCandidates.ofJobNames(Job.class, value, item, container);
    }

    @POST
    public FormValidation doCheckReference(@AncestorInPath Item item, @QueryParameter String value) {
        StepForms.permission(item);
        return ReferenceJob.check(value, item);
    }

    @POST
    public FormValidation doCheckId(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item, value, () -> new RecordName(value.isBlank() ? RecordName.DEFAULT_ID : value.trim(), ""));
    }

    @POST
    public FormValidation doCheckSuppressions(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> WorkspaceFile.check("suppressions", value.trim()));
    }

    @POST
    public ListBoxModel doFillListNewItems(@AncestorInPath Item item) {
        ListBoxModel severities = StepForms.words(item, StepForms.severities());
        severities.add(0, new ListBoxModel.Option(Messages.RecordStep_noList(), ""));
        return severities;
    }

    @POST
    public ListBoxModel doFillMinimumSeverityItems(@AncestorInPath Item item) {
        return StepForms.words(item, StepForms.severities());
    }
}
