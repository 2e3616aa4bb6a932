package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.FindingExports;
import io.jenkins.plugins.securitycenter.record.FindingSelection;
import io.jenkins.plugins.securitycenter.record.RecordCheck;
import io.jenkins.plugins.securitycenter.record.RecordName;
import io.jenkins.plugins.securitycenter.record.RecordTask;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Step {@code securityCenterRecord}: reads, compares and stores findings, and evaluates gates. */
@Restricted(NoExternalUse.class)
public final class RecordStep extends EvaluationStep {

    private static final long serialVersionUID = 1;

    private @Nullable FindingsQuery query;
    private String id = RecordName.DEFAULT_ID;
    private @Nullable String name;
    private String minimumSeverity = Severity.INFO.label();
    private @Nullable String reference;
    private @Nullable FindingExportPaths exports;
    private @Nullable String listNew;
    /** Null stands for true, also in a configuration that omits it. */
    private @Nullable Boolean publishChecks;

    private @Nullable String checksName;

    @DataBoundConstructor
    public RecordStep() {
        // All parameters are optional.
    }

    @CheckForNull
    public FindingsQuery getQuery() {
        return query;
    }

    @DataBoundSetter
    public void setQuery(FindingsQuery query) {
        this.query = query;
    }

    public String getId() {
        return id;
    }

    @DataBoundSetter
    public void setId(String id) {
        String given = Util.fixEmptyAndTrim(id);
        this.id = given == null ? RecordName.DEFAULT_ID : given;
    }

    @CheckForNull
    public String getName() {
        return name;
    }

    @DataBoundSetter
    public void setName(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    public String getMinimumSeverity() {
        return minimumSeverity;
    }

    @DataBoundSetter
    public void setMinimumSeverity(String minimumSeverity) {
        String word = Util.fixEmptyAndTrim(minimumSeverity);
        this.minimumSeverity = word == null ? Severity.INFO.label() : Severity.spelled(word);
    }

    @CheckForNull
    public String getReference() {
        return reference;
    }

    @DataBoundSetter
    public void setReference(String reference) {
        this.reference = Util.fixEmptyAndTrim(reference);
    }

    @CheckForNull
    public FindingExportPaths getExports() {
        return exports;
    }

    @DataBoundSetter
    public void setExports(FindingExportPaths exports) {
        this.exports = exports == null || exports.empty() ? null : exports;
    }

    /** Returns the minimum severity of the new findings that the step returns; null for none. */
    @CheckForNull
    public String getListNew() {
        return listNew;
    }

    @DataBoundSetter
    public void setListNew(String listNew) {
        this.listNew = Util.fixEmpty(Severity.spelled(listNew));
    }

    /** Returns whether a check of the commit is published, if the Checks API plugin is installed. */
    public boolean isPublishChecks() {
        return publishChecks == null || publishChecks;
    }

    @DataBoundSetter
    public void setPublishChecks(boolean publishChecks) {
        this.publishChecks = publishChecks ? null : Boolean.FALSE;
    }

    /** Returns the name of the check; null for the default. */
    @CheckForNull
    public String getChecksName() {
        return checksName;
    }

    @DataBoundSetter
    public void setChecksName(String checksName) {
        this.checksName = Util.fixEmptyAndTrim(checksName);
    }

    /** Begins a check of the commit if that is asked for. Never fails. */
    public RecordCheck beginCheck(Run<?, ?> run, TaskListener listener) {
        return RecordCheck.begin(run, getId(), Util.fixNull(checksName), listener, isPublishChecks());
    }

    /** @throws IllegalArgumentException if the severity is unknown, with a message for the user */
    Optional<Severity> listed() {
        return Optional.ofNullable(listNew).map(word -> Severity.parse("listNew", word));
    }

    @Override
    public RecordTask task(UnaryOperator<String> expand) {
        listed();
        FindingSelection selection = new FindingSelection(
                query == null ? SourceType.INDIVIDUAL : query.source(),
                expand.apply(Util.fixNull(getScanResultId())),
                query == null ? Map.of() : query.filters(expand),
                Severity.parse("minimumSeverity", minimumSeverity));
        return new RecordTask(
                selection,
                new RecordName(id, expand.apply(Util.fixNull(name))),
                expand.apply(Util.fixNull(reference)),
                rules(expand, exports == null ? FindingExports.NONE : exports.exports(expand)));
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setId(id);
        setMinimumSeverity(minimumSeverity);
        setOmitted();
        return this;
    }

    @Override
    String status() {
        return "recording findings";
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        return checked(() -> {
            task(UnaryOperator.identity());
            return new RecordExecution(context, this);
        });
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends RecordDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterRecord";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.RecordStep_displayName();
        }
    }
}
