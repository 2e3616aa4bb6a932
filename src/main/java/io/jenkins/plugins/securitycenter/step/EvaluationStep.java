package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.securitycenter.gate.MissingScore;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.FindingExports;
import io.jenkins.plugins.securitycenter.record.RecordTask;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.task.FormText;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that judges findings: its gates, and the rules of their evaluation. */
@Restricted(NoExternalUse.class)
public abstract class EvaluationStep extends ScanResultStep {

    private static final long serialVersionUID = 1;

    private List<GateRule> gates = new ArrayList<>();
    private boolean allowEmpty;
    private String missingScore = EnumWords.of(MissingScore.COUNT);

    @XstreamSafeObjectField
    private @Nullable Object sla;

    private boolean abortPipeline;
    private @Nullable ScanQualityRule scanQuality;
    private @Nullable String suppressions;

    public final List<GateRule> getGates() {
        return List.copyOf(gates);
    }

    @DataBoundSetter
    public final void setGates(List<GateRule> gates) {
        this.gates = gates == null ? new ArrayList<>() : new ArrayList<>(gates);
    }

    /** Returns whether a record without scanned hosts is accepted. */
    public final boolean isAllowEmpty() {
        return allowEmpty;
    }

    @DataBoundSetter
    public final void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    @CheckForNull
    public final ScanQualityRule getScanQuality() {
        return scanQuality;
    }

    @DataBoundSetter
    public final void setScanQuality(ScanQualityRule scanQuality) {
        this.scanQuality = scanQuality;
    }

    /** Returns the path of the suppression file in the workspace; null for none. */
    @CheckForNull
    public final String getSuppressions() {
        return suppressions;
    }

    @DataBoundSetter
    public final void setSuppressions(String suppressions) {
        this.suppressions = Util.fixEmptyAndTrim(suppressions);
    }

    /** Returns {@code count} or {@code ignore}. */
    public final String getMissingScore() {
        return missingScore;
    }

    @DataBoundSetter
    public final void setMissingScore(String missingScore) {
        this.missingScore = EnumWords.given(missingScore, MissingScore.COUNT);
    }

    /** Returns a map of severities and days, or text with lines such as {@code critical=15}; null for none. */
    @CheckForNull
    public final Object getSla() {
        return sla;
    }

    @DataBoundSetter
    public final void setSla(Object sla) {
        this.sla = StepForms.blankToNull(sla);
    }

    /** Returns the text of the form for {@link #getSla}; null for none. */
    @CheckForNull
    public final String getSlaText() {
        return FormText.of("sla", sla);
    }

    /** Returns whether the step ends with an error if the verdict is unstable or failed. */
    public final boolean isAbortPipeline() {
        return abortPipeline;
    }

    @DataBoundSetter
    public final void setAbortPipeline(boolean abortPipeline) {
        this.abortPipeline = abortPipeline;
    }

    /** @throws IllegalArgumentException if a severity or a number of days is not valid, with a message for the user */
    static Map<Severity, Integer> days(@Nullable Object sla, UnaryOperator<String> expand) {
        Map<Severity, Integer> days = new EnumMap<>(Severity.class);
        ScriptValues.pairs("sla", sla, expand).forEach((word, text) -> {
            Severity severity = Severity.parse("sla severity", word);
            NumberRule rule = RiskRules.days(severity);
            rule.check(text);
            if (days.put(severity, rule.read(text).intValue()) != null) {
                throw new IllegalArgumentException(
                        "sla contains severity " + severity.label() + " twice; set it once.");
            }
        });
        return days;
    }

    /** @throws IllegalArgumentException if a parameter is not valid, with a message for the user */
    final RecordTask.Rules rules(UnaryOperator<String> expand, FindingExports exports) {
        return new RecordTask.Rules(
                gates.stream().map(rule -> rule.gate(expand)).toList(),
                new RiskRules(MissingScore.parse(missingScore), days(sla, expand)),
                exports,
                allowEmpty,
                scanQuality == null ? ScanQuality.ANY : scanQuality.quality(),
                expand.apply(Util.fixNull(suppressions)));
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    final void setOmitted() {
        setMissingScore(missingScore);
        setGates(gates);
    }

    /**
     * Ends the step with an error if that is asked for and the build is not good enough. Call it after everything was
     * recorded, exported and published.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public final void abortIfViolated(FindingsAction record) {
        Verdict.Outcome outcome = record.summary().verdict().outcome();
        if (abortPipeline && outcome.compareTo(Verdict.Outcome.UNSTABLE) >= 0) {
            throw new IllegalArgumentException("The verdict of record \"" + record.getId() + "\" is "
                    + EnumWords.of(outcome)
                    + ", and abortPipeline is set; the log above and the page of the record list"
                    + " what is violated.");
        }
    }
}
