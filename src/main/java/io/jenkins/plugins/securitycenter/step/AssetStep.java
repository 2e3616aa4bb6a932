package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.AssetContent;
import io.jenkins.plugins.securitycenter.task.AssetTask;
import io.jenkins.plugins.securitycenter.task.FormText;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import java.util.function.UnaryOperator;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Step {@code securityCenterAsset}: creates or updates a static asset list. */
@Restricted(NoExternalUse.class)
public final class AssetStep extends DirectStep {

    private static final long serialVersionUID = 1;

    private final String name;

    @XstreamSafeObjectField
    private @Nullable Object addresses;

    @XstreamSafeObjectField
    private @Nullable Object hostNames;

    private @Nullable String file;
    private @Nullable String description;

    @DataBoundConstructor
    public AssetStep(String name) {
        this.name = Util.fixNull(name).trim();
    }

    public String getName() {
        return name;
    }

    /** Returns a list, or text separated by commas or line breaks; null for none. */
    @CheckForNull
    public Object getAddresses() {
        return addresses;
    }

    @DataBoundSetter
    public void setAddresses(Object addresses) {
        this.addresses = StepForms.blankToNull(addresses);
    }

    /** Returns a list, or text separated by commas or line breaks; null for none. */
    @CheckForNull
    public Object getHostNames() {
        return hostNames;
    }

    @DataBoundSetter
    public void setHostNames(Object hostNames) {
        this.hostNames = StepForms.blankToNull(hostNames);
    }

    /** Returns the text of the form for {@link #getAddresses}; null for none. */
    @CheckForNull
    public String getAddressesText() {
        return FormText.of("addresses", addresses);
    }

    /** Returns the text of the form for {@link #getHostNames}; null for none. */
    @CheckForNull
    public String getHostNamesText() {
        return FormText.of("hostNames", hostNames);
    }

    /** Returns the path in the workspace of a text file with addresses or host names; null for none. */
    @CheckForNull
    public String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    /** Returns the description; null to keep an existing description. */
    @CheckForNull
    public String getDescription() {
        return description;
    }

    @DataBoundSetter
    public void setDescription(String description) {
        this.description = Util.fixEmptyAndTrim(description);
    }

    @Override
    public AssetTask task(UnaryOperator<String> expand) {
        AssetContent content = new AssetContent(
                expand.apply(ScriptValues.lines("addresses", addresses)),
                expand.apply(ScriptValues.lines("hostNames", hostNames)),
                expand.apply(Util.fixNull(file)));
        return new AssetTask(expand.apply(Util.fixNull(name)), content, expand.apply(Util.fixNull(description)));
    }

    @Override
    String status() {
        return "updating asset list \"" + name + "\"";
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends SecurityCenterStepDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterAsset";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.AssetStep_displayName();
        }

        @Override
        public Step newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
            String addresses = StepForms.take(form, "addresses");
            String hostNames = StepForms.take(form, "hostNames");
            AssetStep step = (AssetStep) super.newInstance(req, form);
            step.setAddresses(addresses);
            step.setHostNames(hostNames);
            return step;
        }

        @POST
        public AutoCompletionCandidates doAutoCompleteName(FormSuggestions known, @QueryParameter String value) {
            return known.suggest(SuggestionType.ASSET, value);
        }

        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> AssetTask.checkName(value));
        }

        @POST
        public FormValidation doCheckAddresses(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> AssetContent.addresses(value));
        }

        @POST
        public FormValidation doCheckHostNames(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> AssetContent.hostNames(value));
        }

        @POST
        public FormValidation doCheckFile(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> WorkspaceFile.check("file", value));
        }
    }
}
