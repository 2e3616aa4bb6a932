package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnAbort;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnPartial;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link ScanStep}. */
@Restricted(NoExternalUse.class)
public abstract class ScanDescriptor extends WaitingStep.LongStepDescriptor {

    @Override
    public Step newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
        String texts = StepForms.take(form, "credentials");
        ScanStep step = (ScanStep) super.newInstance(req, form);
        step.setCredentials(texts);
        return step;
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteScan(
            FormSuggestions known, @QueryParameter String value, @QueryParameter String kind) {
        return known.suggest(SuggestionType.scans(kind), value);
    }

    @POST
    public FormValidation doCheckScan(
            FormSuggestions known, @QueryParameter String value, @QueryParameter String kind) {
        StepForms.permission(known.item());
        return value.isBlank()
                ? FormValidation.ok(Messages.ScanStep_noScan())
                : known.check(SuggestionType.scans(kind), value);
    }

    @POST
    public FormValidation doCheckCredentials(FormSuggestions known, @QueryParameter String value) {
        return known.checkAll(SuggestionType.CREDENTIAL, OnDemandDefinition.entries(value));
    }

    @POST
    public ListBoxModel doFillKindItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(ScanKind.class));
    }

    @POST
    public ListBoxModel doFillWaitForItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(WaitFor.class));
    }

    @POST
    public ListBoxModel doFillOnAbortItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(OnAbort.class));
    }

    @POST
    public ListBoxModel doFillOnPartialItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(OnPartial.class));
    }
}
