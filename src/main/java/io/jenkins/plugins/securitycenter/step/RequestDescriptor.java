package io.jenkins.plugins.securitycenter.step;

import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.client.ApiPath;
import io.jenkins.plugins.securitycenter.client.Request;
import io.jenkins.plugins.securitycenter.model.EnumWords;
import io.jenkins.plugins.securitycenter.run.ApiCall;
import io.jenkins.plugins.securitycenter.run.Suggestions;
import io.jenkins.plugins.securitycenter.run.Values;
import io.jenkins.plugins.securitycenter.run.WorkspaceFile;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep.SecurityCenterStepDescriptor;
import io.jenkins.plugins.securitycenter.suggest.Note;
import java.util.function.UnaryOperator;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link RequestStep}. */
public abstract class RequestDescriptor extends SecurityCenterStepDescriptor {

    @POST
    public ListBoxModel doFillMethodItems(@AncestorInPath Item item) {
        return Forms.words(item, Request.Method.words());
    }

    @POST
    public ListBoxModel doFillPagesItems(@AncestorInPath Item item) {
        return Forms.words(item, EnumWords.all(ApiCall.Pages.class));
    }

    @POST
    public AutoCompletionCandidates doAutoCompletePath(@AncestorInPath Item item, @QueryParameter String value) {
        Forms.permission(item);
        return Suggestions.paths(value);
    }

    @POST
    public FormValidation doCheckPath(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String method) {
        String path = Note.remove(value);
        FormValidation checked = Forms.validation(item, path, () -> ApiCall.checkPath(ApiPath.check(path)));
        return checked.kind == FormValidation.Kind.OK ? Suggestions.checkPath(path, method) : checked;
    }

    @POST
    public FormValidation doCheckQuery(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.validation(item, value, () -> Values.pairs("query", value, UnaryOperator.identity()));
    }

    @POST
    public FormValidation doCheckBody(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.validation(
                item, value, () -> Values.json("body", value.isBlank() ? null : value, UnaryOperator.identity()));
    }

    @POST
    public FormValidation doCheckUploadFile(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.validation(item, value, () -> WorkspaceFile.check("uploadFile", value.trim()));
    }

    @POST
    public FormValidation doCheckOutputFile(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.validation(item, value, () -> WorkspaceFile.check("outputFile", value.trim()));
    }
}
