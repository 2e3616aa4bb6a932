package io.jenkins.plugins.securitycenter.step;

import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.client.transport.ApiPath;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep.SecurityCenterStepDescriptor;
import io.jenkins.plugins.securitycenter.suggest.AnnotatedValue;
import io.jenkins.plugins.securitycenter.task.RequestTask;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.function.UnaryOperator;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link RequestStep}. */
@Restricted(NoExternalUse.class)
public abstract class RequestDescriptor extends SecurityCenterStepDescriptor {

    @POST
    public ListBoxModel doFillMethodItems(@AncestorInPath Item item) {
        return StepForms.words(item, Request.Method.words());
    }

    @POST
    public ListBoxModel doFillPagesItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(RequestTask.PageSelection.class));
    }

    @POST
    public AutoCompletionCandidates doAutoCompletePath(@AncestorInPath Item item, @QueryParameter String value) {
        StepForms.permission(item);
        return FormSuggestions.paths(value);
    }

    @POST
    public FormValidation doCheckPath(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String method) {
        String path = AnnotatedValue.remove(value);
        FormValidation checked = StepForms.validation(item, path, () -> RequestTask.checkPath(ApiPath.check(path)));
        return checked.kind == FormValidation.Kind.OK ? FormSuggestions.checkPath(path, method) : checked;
    }

    @POST
    public FormValidation doCheckQuery(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> ScriptValues.pairs("query", value, UnaryOperator.identity()));
    }

    @POST
    public FormValidation doCheckBody(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(
                item, value, () -> ScriptValues.json("body", value.isBlank() ? null : value, UnaryOperator.identity()));
    }

    @POST
    public FormValidation doCheckUploadFile(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> WorkspaceFile.check("uploadFile", value.trim()));
    }

    @POST
    public FormValidation doCheckOutputFile(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> WorkspaceFile.check("outputFile", value.trim()));
    }
}
