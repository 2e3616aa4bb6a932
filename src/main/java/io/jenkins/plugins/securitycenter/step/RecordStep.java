package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.gate.MissingScore;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.FindingExports;
import io.jenkins.plugins.securitycenter.record.FindingSelection;
import io.jenkins.plugins.securitycenter.record.RecordName;
import io.jenkins.plugins.securitycenter.record.RecordTask;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Step {@code securityCenterRecord}: reads, compares and stores findings, and evaluates gates. */
@Restricted(NoExternalUse.class)
public final class RecordStep extends ScanResultStep {

    private static final long serialVersionUID = 1;

    private FindingsQuery query;
    private String id = RecordName.DEFAULT_ID;
    private String name;
    private String minimumSeverity = Severity.INFO.label();
    private List<GateRule> gates = new ArrayList<>();
    private String reference;
    private FindingExportPaths exports;
    private String listNew;
    private boolean allowEmpty;
    private String missingScore = EnumWords.of(MissingScore.COUNT);
    private Object sla;
    private boolean abortPipeline;
    private ScanQualityRule scanQuality;
    private String suppressions;

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
        this.minimumSeverity = word == null ? Severity.INFO.label() : word;
    }

    public List<GateRule> getGates() {
        return List.copyOf(gates);
    }

    @DataBoundSetter
    public void setGates(List<GateRule> gates) {
        this.gates = gates == null ? new ArrayList<>() : new ArrayList<>(gates);
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
        this.listNew = Util.fixEmptyAndTrim(listNew);
    }

    /** Returns whether a record without scanned hosts is accepted. */
    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    @DataBoundSetter
    public void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    @CheckForNull
    public ScanQualityRule getScanQuality() {
        return scanQuality;
    }

    @DataBoundSetter
    public void setScanQuality(ScanQualityRule scanQuality) {
        this.scanQuality = scanQuality;
    }

    /** Returns the path of the suppression file in the workspace; null for none. */
    @CheckForNull
    public String getSuppressions() {
        return suppressions;
    }

    @DataBoundSetter
    public void setSuppressions(String suppressions) {
        this.suppressions = Util.fixEmptyAndTrim(suppressions);
    }

    /** Returns {@code count} or {@code ignore}. */
    public String getMissingScore() {
        return missingScore;
    }

    @DataBoundSetter
    public void setMissingScore(String missingScore) {
        this.missingScore = EnumWords.given(missingScore, MissingScore.COUNT);
    }

    /** Returns a map of severities and days, or text with lines such as {@code critical=15}; null for none. */
    @CheckForNull
    public Object getSla() {
        return sla;
    }

    @DataBoundSetter
    public void setSla(Object sla) {
        this.sla = StepForms.blankToNull(sla);
    }

    /** Returns whether the step ends with an error if the verdict is unstable or failed. */
    public boolean isAbortPipeline() {
        return abortPipeline;
    }

    @DataBoundSetter
    public void setAbortPipeline(boolean abortPipeline) {
        this.abortPipeline = abortPipeline;
    }

    /** @throws IllegalArgumentException if a severity or a number of days is not valid, with a message for the user */
    static Map<Severity, Integer> days(Object sla, UnaryOperator<String> expand) {
        Map<Severity, Integer> days = new EnumMap<>(Severity.class);
        ScriptValues.pairs("sla", sla, expand).forEach((word, text) -> {
            Severity severity = Severity.parse(word);
            NumberRule rule = RiskRules.days(severity);
            rule.check(text);
            if (days.put(severity, rule.read(text).intValue()) != null) {
                throw new IllegalArgumentException(
                        "sla contains severity " + severity.label() + " twice; set it once.");
            }
        });
        return days;
    }

    /** @throws IllegalArgumentException if the severity is unknown, with a message for the user */
    Optional<Severity> listed() {
        return Optional.ofNullable(listNew).map(Severity::parse);
    }

    @Override
    public RecordTask task(UnaryOperator<String> expand) {
        listed();
        FindingSelection selection = new FindingSelection(
                query == null ? SourceType.INDIVIDUAL : query.source(),
                expand.apply(Util.fixNull(getScanResultId())),
                query == null ? Map.of() : query.filters(expand),
                Severity.parse(minimumSeverity));
        return new RecordTask(
                selection,
                new RecordName(id, expand.apply(Util.fixNull(name))),
                expand.apply(Util.fixNull(reference)),
                new RecordTask.Rules(
                        gates.stream().map(rule -> rule.gate(expand)).toList(),
                        new RiskRules(MissingScore.parse(missingScore), days(sla, expand)),
                        exports == null ? FindingExports.NONE : exports.exports(expand),
                        allowEmpty,
                        scanQuality == null ? ScanQuality.ANY : scanQuality.quality(),
                        expand.apply(Util.fixNull(suppressions))));
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setId(id);
        setMinimumSeverity(minimumSeverity);
        setMissingScore(missingScore);
        setGates(gates);
        return this;
    }

    /**
     * Ends the step with an error if that is asked for and the build is not good enough. Call it after everything was
     * recorded, exported and published.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public void abortIfViolated(FindingsAction record) {
        Verdict.Outcome outcome = record.summary().verdict().outcome();
        if (abortPipeline && outcome.compareTo(Verdict.Outcome.UNSTABLE) >= 0) {
            throw new IllegalArgumentException("The verdict of record \"" + record.getId() + "\" is "
                    + EnumWords.of(outcome)
                    + ", and abortPipeline is set; the log above and the page of the record list"
                    + " what is violated.");
        }
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
