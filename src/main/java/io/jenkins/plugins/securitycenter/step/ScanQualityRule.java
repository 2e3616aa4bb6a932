package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.Serializable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The parameters of a {@link ScanQuality}. */
@Restricted(NoExternalUse.class)
public final class ScanQualityRule implements Describable<ScanQualityRule>, Serializable {

    private static final long serialVersionUID = 1;

    private double authenticatedHosts;
    private double scannedTargets;
    private int pluginFeedDays;
    private String result = EnumWords.of(Gate.Result.UNSTABLE);

    @DataBoundConstructor
    public ScanQualityRule() {
        // All parameters are optional.
    }

    public double getAuthenticatedHosts() {
        return authenticatedHosts;
    }

    @DataBoundSetter
    public void setAuthenticatedHosts(double authenticatedHosts) {
        this.authenticatedHosts = authenticatedHosts;
    }

    public double getScannedTargets() {
        return scannedTargets;
    }

    @DataBoundSetter
    public void setScannedTargets(double scannedTargets) {
        this.scannedTargets = scannedTargets;
    }

    public int getPluginFeedDays() {
        return pluginFeedDays;
    }

    @DataBoundSetter
    public void setPluginFeedDays(int pluginFeedDays) {
        this.pluginFeedDays = pluginFeedDays;
    }

    public String getResult() {
        return result;
    }

    @DataBoundSetter
    public void setResult(String result) {
        this.result = EnumWords.given(result, Gate.Result.UNSTABLE);
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setResult(result);
        return this;
    }

    /** @throws IllegalArgumentException if a parameter is not valid, with a message for the user */
    ScanQuality quality() {
        return new ScanQuality(authenticatedHosts, scannedTargets, pluginFeedDays, ScanQuality.result(result));
    }

    /** Reads the stored parameters. */
    public static final class ConverterImpl extends StoredObjectConverter<ScanQualityRule> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the quality. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<ScanQualityRule> implements ScriptObject {

        @Override
        public String scriptName() {
            return "scanQuality";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ScanQualityRule_displayName();
        }

        @POST
        public FormValidation doCheckAuthenticatedHosts(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> ScanQuality.AUTHENTICATED_HOSTS.check(value));
        }

        @POST
        public FormValidation doCheckScannedTargets(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> ScanQuality.SCANNED_TARGETS.check(value));
        }

        @POST
        public FormValidation doCheckPluginFeedDays(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> ScanQuality.PLUGIN_FEED_DAYS.check(value));
        }

        @POST
        public ListBoxModel doFillResultItems(@AncestorInPath Item item) {
            return StepForms.words(
                    item, ScanQuality.RESULTS.stream().map(EnumWords::of).toArray(String[]::new));
        }
    }
}
