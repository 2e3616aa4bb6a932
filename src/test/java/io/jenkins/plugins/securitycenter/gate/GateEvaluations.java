package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Evaluations with the default rules. */
public final class GateEvaluations {

    /** The day of a build, with the time zone of no controller. */
    public static final BuildDay DAY = new BuildDay(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    private GateEvaluations() {}

    public static GateEvaluation of(List<Gate> gates) {
        return of(gates, RiskRules.DEFAULT, DAY);
    }

    /** An evaluation in which the hosts of all gates were scanned. */
    static GateEvaluation of(List<Gate> gates, RiskRules rules, BuildDay day) {
        return new GateEvaluation(gates, rules, day, new ScannedScopes(List.of()));
    }

    /** Counts a finding that matches none of the reference. */
    public static void accept(GateEvaluation evaluation, Finding finding, FindingState state) {
        evaluation.accept(new RecordedFinding(finding, state), -1);
    }

    /** Returns whether the host is among those to which the gate is limited. */
    public static boolean inScope(Gate gate, Host host) {
        return HostScope.of(gate).contains(host);
    }
}
