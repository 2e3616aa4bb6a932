package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.task.FormText;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The parameters of a {@link Gate}. */
@Restricted(NoExternalUse.class)
public final class GateRule implements Describable<GateRule>, Serializable {

    private static final long serialVersionUID = 1;

    /** Null in a hand-written configuration that omits it. */
    private final @Nullable Integer threshold;

    private final String severity;
    private final String type;
    private String result = EnumWords.of(Gate.Result.UNSTABLE);
    private boolean exploitAvailable;
    private double minimumCvss;
    private double minimumVpr;
    private @Nullable String pluginFamily;
    private boolean knownExploited;
    private double minimumEpss;
    private boolean patchAvailable;
    private int olderThanDays;

    @XstreamSafeObjectField
    private @Nullable Object cve;

    @XstreamSafeObjectField
    private @Nullable Object host;

    @XstreamSafeObjectField
    private @Nullable Object port;

    @DataBoundConstructor
    public GateRule(int threshold, String severity, String type) {
        this.threshold = threshold;
        this.severity = Severity.spelled(severity);
        this.type = EnumWords.spelled(List.of(EnumWords.all(Gate.Type.class)), type);
    }

    public int getThreshold() {
        return threshold == null ? 0 : threshold;
    }

    public String getSeverity() {
        return severity;
    }

    public String getType() {
        return type;
    }

    public String getResult() {
        return result;
    }

    @DataBoundSetter
    public void setResult(String result) {
        this.result = EnumWords.given(result, Gate.Result.UNSTABLE);
    }

    public boolean isExploitAvailable() {
        return exploitAvailable;
    }

    @DataBoundSetter
    public void setExploitAvailable(boolean exploitAvailable) {
        this.exploitAvailable = exploitAvailable;
    }

    public double getMinimumCvss() {
        return minimumCvss;
    }

    @DataBoundSetter
    public void setMinimumCvss(double minimumCvss) {
        this.minimumCvss = minimumCvss;
    }

    public double getMinimumVpr() {
        return minimumVpr;
    }

    @DataBoundSetter
    public void setMinimumVpr(double minimumVpr) {
        this.minimumVpr = minimumVpr;
    }

    @CheckForNull
    public String getPluginFamily() {
        return pluginFamily;
    }

    @DataBoundSetter
    public void setPluginFamily(String pluginFamily) {
        this.pluginFamily = Util.fixEmptyAndTrim(pluginFamily);
    }

    public boolean isKnownExploited() {
        return knownExploited;
    }

    @DataBoundSetter
    public void setKnownExploited(boolean knownExploited) {
        this.knownExploited = knownExploited;
    }

    public double getMinimumEpss() {
        return minimumEpss;
    }

    @DataBoundSetter
    public void setMinimumEpss(double minimumEpss) {
        this.minimumEpss = minimumEpss;
    }

    public boolean isPatchAvailable() {
        return patchAvailable;
    }

    @DataBoundSetter
    public void setPatchAvailable(boolean patchAvailable) {
        this.patchAvailable = patchAvailable;
    }

    public int getOlderThanDays() {
        return olderThanDays;
    }

    @DataBoundSetter
    public void setOlderThanDays(int olderThanDays) {
        this.olderThanDays = olderThanDays;
    }

    /** Returns a list, or text separated by commas or line breaks; null for no limit. */
    @CheckForNull
    public Object getCve() {
        return cve;
    }

    @DataBoundSetter
    public void setCve(Object cve) {
        this.cve = StepForms.blankToNull(cve);
    }

    /** Returns a list, or text separated by commas or line breaks; null for no limit. */
    @CheckForNull
    public Object getHost() {
        return host;
    }

    @DataBoundSetter
    public void setHost(Object host) {
        this.host = StepForms.blankToNull(host);
    }

    /** Returns a list, or text separated by commas or line breaks; null for no limit. */
    @CheckForNull
    public Object getPort() {
        return port;
    }

    @DataBoundSetter
    public void setPort(Object port) {
        this.port = StepForms.blankToNull(port);
    }

    /** Returns the text of the form for {@link #getCve}; null for none. */
    @CheckForNull
    public String getCveText() {
        return FormText.of("cve", cve);
    }

    /** Returns the text of the form for {@link #getHost}; null for none. */
    @CheckForNull
    public String getHostText() {
        return FormText.of("host", host);
    }

    /** Returns the text of the form for {@link #getPort}; null for none. */
    @CheckForNull
    public String getPortText() {
        return FormText.of("port", port);
    }

    /** @throws IllegalArgumentException if a parameter is not valid, with a message for the user */
    Gate gate(UnaryOperator<String> expand) {
        if (threshold == null) {
            throw Gate.THRESHOLD.missing();
        }
        return new Gate(
                threshold,
                Severity.parse("gate severity", severity),
                Gate.Type.parse(type),
                new GateCondition(
                        exploitAvailable,
                        minimumCvss,
                        minimumVpr,
                        Util.fixNull(pluginFamily),
                        new RiskCondition(knownExploited, minimumEpss, patchAvailable, olderThanDays),
                        new ScopeCondition(
                                entries("cve", cve, expand),
                                entries("host", host, expand),
                                entries("port", port, expand))),
                Gate.Result.parse(result));
    }

    private static List<String> entries(String field, @Nullable Object value, UnaryOperator<String> expand) {
        return ScopeCondition.entries(expand.apply(ScriptValues.lines(field, value)));
    }

    /** Reads the stored parameters. */
    public static final class ConverterImpl extends StoredObjectConverter<GateRule> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of a gate. */
    @Extension
    public static final class DescriptorImpl extends GateDescriptor {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.GateRule_displayName();
        }
    }
}
