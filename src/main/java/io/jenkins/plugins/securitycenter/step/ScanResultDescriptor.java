package io.jenkins.plugins.securitycenter.step;

import hudson.model.AutoCompletionCandidates;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep.SecurityCenterStepDescriptor;
import io.jenkins.plugins.securitycenter.suggest.AnnotatedValue;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.ScanResultId;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The base class of the descriptors of steps that read a scan result. */
@Restricted(NoExternalUse.class)
public abstract class ScanResultDescriptor extends SecurityCenterStepDescriptor {

    @POST
    public AutoCompletionCandidates doAutoCompleteScanResultId(FormSuggestions known, @QueryParameter String value) {
        return known.suggest(SuggestionType.SCAN_RESULT, value);
    }

    @POST
    public FormValidation doCheckScanResultId(FormSuggestions known, @QueryParameter String value) {
        return StepForms.validation(
                known, SuggestionType.SCAN_RESULT, value, () -> ScanResultId.check(AnnotatedValue.remove(value)));
    }
}
