package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import io.jenkins.plugins.securitycenter.findings.RiskFilter;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.RecordChoice;
import io.jenkins.plugins.securitycenter.record.RecordName;
import io.jenkins.plugins.securitycenter.remediation.RemediationPlanner;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.verification.VerificationSelection;
import io.jenkins.plugins.securitycenter.verification.VerificationTask;
import io.jenkins.plugins.securitycenter.verification.VerificationTask.StillThere;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The findings to verify, and how. */
@Restricted(NoExternalUse.class)
public final class VerificationDefinition implements Describable<VerificationDefinition>, Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable String job;
    private @Nullable String build;
    private String id = RecordName.DEFAULT_ID;
    private @Nullable String severity;
    private @Nullable String change;
    private @Nullable String plugin;
    private @Nullable String host;
    private @Nullable String fingerprints;
    private boolean knownExploited;
    private boolean overdue;
    private int maximumScans = RemediationPlanner.USUAL_SCANS;
    private String stillThere = EnumWords.of(StillThere.UNSTABLE);

    @DataBoundConstructor
    public VerificationDefinition() {
        // all parameters are optional
    }

    /** Returns the name of the job with the record; null for the job of the build. */
    @CheckForNull
    public String getJob() {
        return job;
    }

    @DataBoundSetter
    public void setJob(String job) {
        this.job = Util.fixEmptyAndTrim(job);
    }

    /** Returns the number of the build, or {@code last}; null for the reference. */
    @CheckForNull
    public Object getBuild() {
        return build;
    }

    @DataBoundSetter
    public void setBuild(Object build) {
        this.build = ListParameter.text("build", build);
    }

    public String getId() {
        return id;
    }

    @DataBoundSetter
    public void setId(String id) {
        String given = Util.fixEmptyAndTrim(id);
        this.id = given == null ? RecordName.DEFAULT_ID : given;
    }

    /** Returns severities; null for all. */
    @CheckForNull
    public Object getSeverity() {
        return severity;
    }

    @DataBoundSetter
    public void setSeverity(Object severity) {
        this.severity = ListParameter.text("severity", severity);
    }

    /** Returns changes; null for all current findings. */
    @CheckForNull
    public Object getChange() {
        return change;
    }

    @DataBoundSetter
    public void setChange(Object change) {
        this.change = ListParameter.text("change", change);
    }

    /** Returns the ID of a plugin; null for all. */
    @CheckForNull
    public Object getPlugin() {
        return plugin;
    }

    @DataBoundSetter
    public void setPlugin(Object plugin) {
        this.plugin = ListParameter.text("plugin", plugin);
    }

    /** Returns the address or the name of a host; null for all. */
    @CheckForNull
    public String getHost() {
        return host;
    }

    @DataBoundSetter
    public void setHost(String host) {
        this.host = Util.fixEmptyAndTrim(host);
    }

    /** Returns the fingerprints of findings; null for all findings. */
    @CheckForNull
    public Object getFingerprints() {
        return fingerprints;
    }

    @DataBoundSetter
    public void setFingerprints(Object fingerprints) {
        this.fingerprints = ListParameter.text("fingerprints", fingerprints);
    }

    public boolean isKnownExploited() {
        return knownExploited;
    }

    @DataBoundSetter
    public void setKnownExploited(boolean knownExploited) {
        this.knownExploited = knownExploited;
    }

    public boolean isOverdue() {
        return overdue;
    }

    @DataBoundSetter
    public void setOverdue(boolean overdue) {
        this.overdue = overdue;
    }

    public int getMaximumScans() {
        return maximumScans;
    }

    @DataBoundSetter
    public void setMaximumScans(int maximumScans) {
        this.maximumScans = maximumScans;
    }

    /** Returns {@code ignore}, {@code unstable} or {@code failure}. */
    public String getStillThere() {
        return stillThere;
    }

    @DataBoundSetter
    public void setStillThere(String stillThere) {
        this.stillThere = EnumWords.given(stillThere, StillThere.UNSTABLE);
    }

    /** @throws IllegalArgumentException if a parameter is not valid, with a message for the user */
    VerificationSelection selection(UnaryOperator<String> expand) {
        String record = expanded(id, expand);
        RecordChoice choice = new RecordChoice(
                expanded(job, expand),
                expanded(build, expand).toLowerCase(Locale.ROOT),
                record.isEmpty() ? RecordName.DEFAULT_ID : record);
        TableFilter filter = new TableFilter(
                ListParameter.words("severity", severity, expand, Severity.descending(), Severity::label),
                ListParameter.words("change", change, expand, List.of(FindingState.values()), FindingState::word),
                expanded(plugin, expand),
                expanded(host, expand),
                -1,
                false,
                "",
                "",
                false,
                new RiskFilter(knownExploited, 0, false, overdue),
                "",
                "");
        Set<String> wanted = new LinkedHashSet<>();
        ListParameter.entries(fingerprints, expand).forEach(one -> wanted.add(one.toLowerCase(Locale.ROOT)));
        return new VerificationSelection(choice, filter, wanted);
    }

    /** @throws IllegalArgumentException if the number of scans or the result is not valid, with a message for the user */
    StillThere checkedStillThere() {
        VerificationTask.SCANS.check(String.valueOf(maximumScans));
        return EnumWords.parse(StillThere.class, "stillThere", stillThere);
    }

    private static String expanded(@CheckForNull String text, UnaryOperator<String> expand) {
        return expand.apply(Util.fixNull(text)).trim();
    }

    /** Sets the defaults of fields that a hand-written configuration omits. */
    private Object readResolve() {
        setId(id);
        setStillThere(stillThere);
        maximumScans = maximumScans == 0 ? RemediationPlanner.USUAL_SCANS : maximumScans;
        return this;
    }

    /** Reads the stored parameters. */
    public static final class ConverterImpl extends StoredObjectConverter<VerificationDefinition> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of a verification. */
    @Extension
    public static final class DescriptorImpl extends VerificationDescriptor {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.VerificationDefinition_displayName();
        }
    }
}
