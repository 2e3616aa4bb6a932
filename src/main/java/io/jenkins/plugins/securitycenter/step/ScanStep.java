package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.task.ScanTask;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnAbort;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnPartial;
import io.jenkins.plugins.securitycenter.task.WaitingTask;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.verification.VerificationTask;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Step {@code securityCenterScan}: launches a scan and waits for it, or verifies findings by scans. */
@Restricted(NoExternalUse.class)
public final class ScanStep extends WaitingStep {

    private static final long serialVersionUID = 1;

    private final String scan;
    private @Nullable OnDemandDefinition onDemand;
    private @Nullable VerificationDefinition verify;
    private @Nullable String credentials;
    private String kind = ScanKind.ACTIVE.word();
    private String waitFor = WaitFor.IMPORTED.word();
    private String onAbort = EnumWords.of(OnAbort.STOP);
    private String onPartial = EnumWords.of(OnPartial.UNSTABLE);

    @DataBoundConstructor
    public ScanStep(String scan) {
        this.scan = Util.fixEmptyAndTrim(scan);
    }

    /** Returns the name or ID of an existing scan; null for an on-demand scan. */
    @CheckForNull
    public String getScan() {
        return scan;
    }

    /** Returns the scan to create for the build; null for an existing scan. */
    @CheckForNull
    public OnDemandDefinition getOnDemand() {
        return onDemand;
    }

    @DataBoundSetter
    public void setOnDemand(OnDemandDefinition onDemand) {
        this.onDemand = onDemand;
    }

    /** Returns the findings to verify by scans; null for none. */
    @CheckForNull
    public VerificationDefinition getVerify() {
        return verify;
    }

    @DataBoundSetter
    public void setVerify(VerificationDefinition verify) {
        this.verify = verify;
    }

    /** Returns names or IDs of credentials of SecurityCenter for {@link #getVerify}, one per line; null for none. */
    @CheckForNull
    public Object getCredentials() {
        return credentials;
    }

    @DataBoundSetter
    public void setCredentials(Object credentials) {
        this.credentials = OnDemandDefinition.lines(credentials);
    }

    public String getKind() {
        return kind;
    }

    @DataBoundSetter
    public void setKind(String kind) {
        this.kind = EnumWords.given(kind, ScanKind.ACTIVE);
    }

    public String getWaitFor() {
        return waitFor;
    }

    @DataBoundSetter
    public void setWaitFor(String waitFor) {
        this.waitFor = EnumWords.given(waitFor, WaitFor.IMPORTED);
    }

    public String getOnAbort() {
        return onAbort;
    }

    @DataBoundSetter
    public void setOnAbort(String onAbort) {
        this.onAbort = EnumWords.given(onAbort, OnAbort.STOP);
    }

    public String getOnPartial() {
        return onPartial;
    }

    @DataBoundSetter
    public void setOnPartial(String onPartial) {
        this.onPartial = EnumWords.given(onPartial, OnPartial.UNSTABLE);
    }

    @Override
    public WaitingTask task(UnaryOperator<String> expand) {
        ScanKind chosen = checkedKind();
        return verify == null ? scan(chosen, expand, expand) : verification(verify, expand, expand);
    }

    @Override
    public void check(UnaryOperator<String> expand) {
        ScanKind chosen = checkedKind();
        if (verify == null) {
            scan(chosen, expand, OnDemandDefinition::withoutVariables);
        } else {
            verification(verify, expand, ListParameter::withoutVariables);
        }
    }

    private ScanKind checkedKind() {
        ScanKind chosen = choice().kind();
        if (credentials != null && verify == null) {
            throw new IllegalArgumentException("credentials is set without verify; set credentials of a scan that is"
                    + " created for this build in onDemand, and those of an existing scan in SecurityCenter.");
        }
        return chosen;
    }

    private ScanTask scan(ScanKind chosen, UnaryOperator<String> expand, UnaryOperator<String> expandTargets) {
        OnDemandScan made = onDemand == null ? null : onDemand.scan(expand, expandTargets);
        ScanOptions options = new ScanOptions(
                chosen,
                made == null ? expand.apply(scan).trim() : made.name(),
                WaitFor.parse(waitFor),
                limit(),
                stopOnAbort());
        return new ScanTask(options, made, EnumWords.parse(OnPartial.class, "onPartial", onPartial));
    }

    /** @param expandFilters expands the variables of the filters, which can be validated only with their values */
    private VerificationTask verification(
            VerificationDefinition verified, UnaryOperator<String> expand, UnaryOperator<String> expandFilters) {
        if (WaitFor.parse(waitFor) != WaitFor.IMPORTED) {
            throw new IllegalArgumentException("waitFor \"" + waitFor + "\" cannot be used with verify, which needs the"
                    + " imported findings; leave waitFor empty.");
        }
        return new VerificationTask(
                verified.selection(expandFilters),
                verified.getMaximumScans(),
                verified.checkedStillThere(),
                OnDemandDefinition.entries(expand.apply(Util.fixNull(credentials))),
                limit(),
                stopOnAbort());
    }

    private boolean stopOnAbort() {
        return EnumWords.parse(OnAbort.class, "onAbort", onAbort) == OnAbort.STOP;
    }

    /** Returns the selected scan. */
    ScanChoice choice() {
        return new ScanChoice(Util.fixNull(scan), onDemand, verify, kind);
    }

    /** A verification leaves the last scan as it is. */
    @Override
    boolean hasScanResult() {
        return verify == null;
    }

    @Override
    String preparing() {
        return "preparing " + choice().label();
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setKind(kind);
        setWaitFor(waitFor);
        setOnAbort(onAbort);
        setOnPartial(onPartial);
        return this;
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends ScanDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterScan";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ScanStep_displayName();
        }
    }
}
