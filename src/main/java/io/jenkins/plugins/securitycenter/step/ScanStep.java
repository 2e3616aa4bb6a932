package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.ScanTask;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnAbort;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnPartial;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.util.function.UnaryOperator;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Step {@code securityCenterScan}: launches a scan and waits for it. */
@Restricted(NoExternalUse.class)
public final class ScanStep extends WaitingStep {

    private static final long serialVersionUID = 1;

    private final String scan;
    private OnDemandDefinition onDemand;
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
    public ScanTask task(UnaryOperator<String> expand) {
        return task(expand, expand);
    }

    @Override
    public void check(UnaryOperator<String> expand) {
        task(expand, OnDemandDefinition::withoutVariables);
    }

    private ScanTask task(UnaryOperator<String> expand, UnaryOperator<String> expandTargets) {
        ScanKind chosen = choice().kind();
        OnDemandScan made = onDemand == null ? null : onDemand.scan(expand, expandTargets);
        ScanOptions options = new ScanOptions(
                chosen,
                made == null ? expand.apply(scan).trim() : made.name(),
                WaitFor.parse(waitFor),
                limit(),
                EnumWords.parse(OnAbort.class, "onAbort", onAbort) == OnAbort.STOP);
        return new ScanTask(options, made, EnumWords.parse(OnPartial.class, "onPartial", onPartial));
    }

    /** Returns the selected scan. */
    ScanChoice choice() {
        return new ScanChoice(Util.fixNull(scan), onDemand, kind);
    }

    @Override
    String preparing() {
        return "preparing scan \"" + choice().label() + "\"";
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setKind(kind);
        setWaitFor(waitFor);
        setOnAbort(onAbort);
        setOnPartial(onPartial);
        return this;
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends LongStepDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterScan";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ScanStep_displayName();
        }

        @POST
        public AutoCompletionCandidates doAutoCompleteScan(
                FormSuggestions known, @QueryParameter String value, @QueryParameter String kind) {
            return known.suggest(SuggestionType.scans(kind), value);
        }

        @POST
        public FormValidation doCheckScan(
                FormSuggestions known, @QueryParameter String value, @QueryParameter String kind) {
            StepForms.permission(known.item());
            return value.isBlank()
                    ? FormValidation.ok(Messages.ScanStep_noScan())
                    : known.check(SuggestionType.scans(kind), value);
        }

        @POST
        public ListBoxModel doFillKindItems(@AncestorInPath Item item) {
            return StepForms.words(item, EnumWords.all(ScanKind.class));
        }

        @POST
        public ListBoxModel doFillWaitForItems(@AncestorInPath Item item) {
            return StepForms.words(item, EnumWords.all(WaitFor.class));
        }

        @POST
        public ListBoxModel doFillOnAbortItems(@AncestorInPath Item item) {
            return StepForms.words(item, EnumWords.all(OnAbort.class));
        }

        @POST
        public ListBoxModel doFillOnPartialItems(@AncestorInPath Item item) {
            return StepForms.words(item, EnumWords.all(OnPartial.class));
        }
    }
}
