package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.RecordChoice;
import io.jenkins.plugins.securitycenter.record.RecordName;
import io.jenkins.plugins.securitycenter.record.ReferenceJob;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.verification.VerificationTask;
import io.jenkins.plugins.securitycenter.verification.VerificationTask.StillThere;
import java.util.List;
import java.util.function.UnaryOperator;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link VerificationDefinition}. */
@Restricted(NoExternalUse.class)
public abstract class VerificationDescriptor extends Descriptor<VerificationDefinition> implements ScriptObject {

    @Override
    public String scriptName() {
        return "verify";
    }

    /** The fields that accept values of several types, which Jenkins cannot bind from a form. */
    private static final List<String> FREE_FIELDS = List.of("build", "severity", "change", "plugin", "fingerprints");

    @Override
    public VerificationDefinition newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
        List<String> texts =
                FREE_FIELDS.stream().map(field -> StepForms.take(form, field)).toList();
        VerificationDefinition definition = super.newInstance(req, form);
        definition.setBuild(texts.get(0));
        definition.setSeverity(texts.get(1));
        definition.setChange(texts.get(2));
        definition.setPlugin(texts.get(3));
        definition.setFingerprints(texts.get(4));
        return definition;
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteJob(
            @AncestorInPath Item item, @AncestorInPath ItemGroup<?> container, @QueryParameter String value) {
        StepForms.permission(item);
        return AutoCompletionCandidates.ofJobNames(Job.class, value, item, container);
    }

    @POST
    public FormValidation doCheckJob(@AncestorInPath Item item, @QueryParameter String value) {
        StepForms.permission(item);
        return ReferenceJob.check(value, item);
    }

    @POST
    public FormValidation doCheckBuild(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> new RecordChoice("", value.trim(), RecordName.DEFAULT_ID));
    }

    @POST
    public FormValidation doCheckId(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item, value, () -> new RecordName(value.isBlank() ? RecordName.DEFAULT_ID : value.trim(), ""));
    }

    @POST
    public FormValidation doCheckSeverity(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item,
                value,
                () -> ListParameter.words(
                        "severity", value, UnaryOperator.identity(), Severity.descending(), Severity::label));
    }

    @POST
    public FormValidation doCheckChange(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item,
                value,
                () -> ListParameter.words(
                        "change", value, UnaryOperator.identity(), List.of(FindingState.values()), FindingState::word));
    }

    @POST
    public FormValidation doCheckFingerprints(@AncestorInPath Item item, @QueryParameter String value) {
        VerificationDefinition entered = new VerificationDefinition();
        entered.setFingerprints(value);
        return StepForms.validation(item, value, () -> entered.selection(UnaryOperator.identity()));
    }

    @POST
    public FormValidation doCheckMaximumScans(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> VerificationTask.SCANS.check(value));
    }

    @POST
    public ListBoxModel doFillStillThereItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(StillThere.class));
    }
}
