package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link GateRule}. */
@Restricted(NoExternalUse.class)
public abstract class GateDescriptor extends Descriptor<GateRule> implements ScriptObject {

    @Override
    public String scriptName() {
        return "gates";
    }

    @Override
    public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        if (!arguments.containsKey("threshold")) {
            throw Gate.THRESHOLD.missing();
        }
        return ScriptObject.super.customInstantiate(arguments);
    }

    @Override
    public GateRule newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
        String cve = StepForms.take(form, "cve");
        String host = StepForms.take(form, "host");
        String port = StepForms.take(form, "port");
        GateRule rule = super.newInstance(req, form);
        rule.setCve(cve);
        rule.setHost(host);
        rule.setPort(port);
        return rule;
    }

    @POST
    public FormValidation doCheckThreshold(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> Gate.THRESHOLD.check(value));
    }

    @POST
    public FormValidation doCheckMinimumCvss(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> GateCondition.MINIMUM_CVSS.check(value));
    }

    @POST
    public FormValidation doCheckMinimumVpr(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> GateCondition.MINIMUM_VPR.check(value));
    }

    @POST
    public FormValidation doCheckMinimumEpss(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> RiskCondition.MINIMUM_EPSS.check(value));
    }

    @POST
    public FormValidation doCheckOlderThanDays(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> RiskCondition.OLDER_THAN_DAYS.check(value));
    }

    @POST
    public FormValidation doCheckCve(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item, value, () -> new ScopeCondition(ScopeCondition.entries(value), List.of(), List.of()));
    }

    @POST
    public FormValidation doCheckHost(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item, value, () -> new ScopeCondition(List.of(), ScopeCondition.entries(value), List.of()));
    }

    @POST
    public FormValidation doCheckPort(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item, value, () -> new ScopeCondition(List.of(), List.of(), ScopeCondition.entries(value)));
    }

    @POST
    public AutoCompletionCandidates doAutoCompletePluginFamily(EnclosingForm outer, @QueryParameter String value) {
        return outer.suggestions().suggest(SuggestionType.PLUGIN_FAMILY, value);
    }

    @POST
    public FormValidation doCheckPluginFamily(EnclosingForm outer, @QueryParameter String value) {
        StepForms.permission(outer.suggestions().item());
        return outer.suggestions().check(SuggestionType.PLUGIN_FAMILY, value);
    }

    @POST
    public ListBoxModel doFillSeverityItems(@AncestorInPath Item item) {
        return StepForms.words(item, StepForms.severities());
    }

    @POST
    public ListBoxModel doFillTypeItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(Gate.Type.class));
    }

    @POST
    public ListBoxModel doFillResultItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(Gate.Result.class));
    }
}
