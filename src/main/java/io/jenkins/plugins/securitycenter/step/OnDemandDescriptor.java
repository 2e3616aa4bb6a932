package io.jenkins.plugins.securitycenter.step;

import hudson.model.AutoCompletionCandidates;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link OnDemandDefinition}. */
@Restricted(NoExternalUse.class)
public abstract class OnDemandDescriptor extends Descriptor<OnDemandDefinition> implements ScriptObject {

    @Override
    public String scriptName() {
        return "onDemand";
    }

    @POST
    public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> OnDemandScan.required("name", value));
    }

    @POST
    public AutoCompletionCandidates doAutoCompletePolicy(EnclosingForm outer, @QueryParameter String value) {
        return outer.suggestions().suggest(SuggestionType.POLICY, value);
    }

    @POST
    public FormValidation doCheckPolicy(EnclosingForm outer, @QueryParameter String value) {
        return StepForms.validation(
                outer.suggestions(), SuggestionType.POLICY, value, () -> OnDemandScan.required("policy", value));
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteRepository(EnclosingForm outer, @QueryParameter String value) {
        return outer.suggestions().suggest(SuggestionType.REPOSITORY, value);
    }

    @POST
    public FormValidation doCheckRepository(EnclosingForm outer, @QueryParameter String value) {
        return StepForms.validation(
                outer.suggestions(),
                SuggestionType.REPOSITORY,
                value,
                () -> OnDemandScan.required("repository", value));
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteZone(EnclosingForm outer, @QueryParameter String value) {
        return outer.suggestions().suggest(SuggestionType.ZONE, value);
    }

    @POST
    public FormValidation doCheckZone(EnclosingForm outer, @QueryParameter String value) {
        return outer.suggestions().check(SuggestionType.ZONE, value);
    }

    @POST
    public FormValidation doCheckAssets(EnclosingForm outer, @QueryParameter String value) {
        return outer.suggestions().checkAll(SuggestionType.ASSET, OnDemandDefinition.entries(value));
    }

    @POST
    public FormValidation doCheckCredentials(EnclosingForm outer, @QueryParameter String value) {
        return outer.suggestions().checkAll(SuggestionType.CREDENTIAL, OnDemandDefinition.entries(value));
    }

    @POST
    public FormValidation doCheckTargets(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> ScanTargets.parse(value));
    }

    @POST
    public FormValidation doCheckMaxScanTime(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> OnDemandScan.checkMaxScanTime(value.trim()));
    }
}
