package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Evaluations with the default rules. */
public final class GateEvaluations {

    /** The day of a build, with the time zone of no controller. */
    public static final BuildDay DAY = new BuildDay(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    private GateEvaluations() {}

    public static GateEvaluation of(List<Gate> gates) {
        return new GateEvaluation(gates, RiskRules.DEFAULT, DAY);
    }

    /** Counts a finding that matches none of the reference. */
    public static void accept(GateEvaluation evaluation, Finding finding, FindingState state) {
        evaluation.accept(new RecordedFinding(finding, state), -1);
    }
}
