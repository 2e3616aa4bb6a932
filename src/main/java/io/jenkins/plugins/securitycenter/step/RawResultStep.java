package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.task.RawResultTask;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Step {@code securityCenterExport}: downloads the raw result of a scan. */
@Restricted(NoExternalUse.class)
public final class RawResultStep extends ScanResultStep {

    private static final long serialVersionUID = 1;

    private @Nullable String outputFile;

    @DataBoundConstructor
    public RawResultStep() {
        // All parameters are optional.
    }

    /** Returns the path in the workspace; null for a name that contains the ID. */
    @CheckForNull
    public String getOutputFile() {
        return outputFile;
    }

    @DataBoundSetter
    public void setOutputFile(String outputFile) {
        this.outputFile = Util.fixEmptyAndTrim(outputFile);
    }

    @Override
    public RawResultTask task(UnaryOperator<String> expand) {
        return new RawResultTask(expand.apply(Util.fixNull(getScanResultId())), expand.apply(Util.fixNull(outputFile)));
    }

    @Override
    String status() {
        String id = getScanResultId();
        return id == null ? "exporting the last scan result" : "exporting scan result " + id;
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends ScanResultDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterExport";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.RawResultStep_displayName();
        }

        @POST
        public FormValidation doCheckOutputFile(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> WorkspaceFile.check("outputFile", value));
        }
    }
}
