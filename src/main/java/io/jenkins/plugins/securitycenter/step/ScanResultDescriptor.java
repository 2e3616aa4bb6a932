package io.jenkins.plugins.securitycenter.step;

import hudson.model.AutoCompletionCandidates;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.run.ScanResultId;
import io.jenkins.plugins.securitycenter.run.Suggestions;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep.SecurityCenterStepDescriptor;
import io.jenkins.plugins.securitycenter.suggest.ChoiceKind;
import io.jenkins.plugins.securitycenter.suggest.Note;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The base class of the descriptors of steps that read a scan result. */
public abstract class ScanResultDescriptor extends SecurityCenterStepDescriptor {

    @POST
    public AutoCompletionCandidates doAutoCompleteScanResultId(Suggestions known, @QueryParameter String value) {
        return known.suggest(ChoiceKind.SCAN_RESULT, value);
    }

    @POST
    public FormValidation doCheckScanResultId(Suggestions known, @QueryParameter String value) {
        return Forms.validation(known, ChoiceKind.SCAN_RESULT, value, () -> ScanResultId.check(Note.remove(value)));
    }
}
