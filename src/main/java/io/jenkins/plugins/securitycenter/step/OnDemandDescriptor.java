package io.jenkins.plugins.securitycenter.step;

import hudson.model.AutoCompletionCandidates;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.client.OnDemandScan;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.run.OuterForm;
import io.jenkins.plugins.securitycenter.suggest.ChoiceKind;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link OnDemandDefinition}. */
public abstract class OnDemandDescriptor extends Descriptor<OnDemandDefinition> {

    @POST
    public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.validation(item, value, () -> OnDemandScan.required("name", value));
    }

    @POST
    public AutoCompletionCandidates doAutoCompletePolicy(OuterForm outer, @QueryParameter String value) {
        return outer.suggestions().suggest(ChoiceKind.POLICY, value);
    }

    @POST
    public FormValidation doCheckPolicy(OuterForm outer, @QueryParameter String value) {
        return Forms.validation(
                outer.suggestions(), ChoiceKind.POLICY, value, () -> OnDemandScan.required("policy", value));
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteRepository(OuterForm outer, @QueryParameter String value) {
        return outer.suggestions().suggest(ChoiceKind.REPOSITORY, value);
    }

    @POST
    public FormValidation doCheckRepository(OuterForm outer, @QueryParameter String value) {
        return Forms.validation(
                outer.suggestions(), ChoiceKind.REPOSITORY, value, () -> OnDemandScan.required("repository", value));
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteZone(OuterForm outer, @QueryParameter String value) {
        return outer.suggestions().suggest(ChoiceKind.ZONE, value);
    }

    @POST
    public FormValidation doCheckZone(OuterForm outer, @QueryParameter String value) {
        return outer.suggestions().check(ChoiceKind.ZONE, value);
    }

    @POST
    public FormValidation doCheckAssets(OuterForm outer, @QueryParameter String value) {
        return outer.suggestions().checkAll(ChoiceKind.ASSET, OnDemandDefinition.entries(value));
    }

    @POST
    public FormValidation doCheckCredentials(OuterForm outer, @QueryParameter String value) {
        return outer.suggestions().checkAll(ChoiceKind.CREDENTIAL, OnDemandDefinition.entries(value));
    }

    @POST
    public FormValidation doCheckTargets(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.validation(item, value, () -> ScanTargets.parse(value));
    }

    @POST
    public FormValidation doCheckMaxScanTime(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.validation(item, value, () -> OnDemandScan.checkMaxScanTime(value.trim()));
    }
}
