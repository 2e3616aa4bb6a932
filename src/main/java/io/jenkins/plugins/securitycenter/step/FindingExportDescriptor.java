package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.export.CsvColumn;
import io.jenkins.plugins.securitycenter.export.ExportOptions.Grouping;
import io.jenkins.plugins.securitycenter.export.SarifSelection;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Validates and completes the form fields of {@link FindingExportPaths}. */
@Restricted(NoExternalUse.class)
public abstract class FindingExportDescriptor extends Descriptor<FindingExportPaths> implements ScriptObject {

    @Override
    public String scriptName() {
        return "exports";
    }

    @Override
    public FindingExportPaths newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
        String csvColumns = StepForms.take(form, "csvColumns");
        FindingExportPaths exports = super.newInstance(req, form);
        exports.setCsvColumns(csvColumns);
        return exports;
    }

    @POST
    public FormValidation doCheckSarif(@AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "sarif", value);
    }

    @POST
    public FormValidation doCheckSarifLimit(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> SarifSelection.LIMIT.check(value));
    }

    @POST
    public FormValidation doCheckJunit(@AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "junit", value);
    }

    @POST
    public FormValidation doCheckCsv(@AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "csv", value);
    }

    @POST
    public FormValidation doCheckCsvColumns(@AncestorInPath Item item, @QueryParameter String value) {
        return StepForms.validation(item, value, () -> CsvColumn.parse(value));
    }

    @POST
    public FormValidation doCheckJsonl(@AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "jsonl", value);
    }

    @POST
    public FormValidation doCheckDefectdojo(@AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "defectdojo", value);
    }

    @POST
    public FormValidation doCheckHtml(@AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "html", value);
    }

    @POST
    public FormValidation doCheckHosts(@AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "hosts", value);
    }

    @POST
    public ListBoxModel doFillJunitSuitesItems(@AncestorInPath Item item) {
        return StepForms.words(item, EnumWords.all(Grouping.class));
    }

    private static FormValidation check(Item item, String field, String value) {
        return StepForms.validation(item, value, () -> WorkspaceFile.check(field, value.trim()));
    }
}
