package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.MissingFields;
import java.util.ArrayList;
import java.util.List;

/** The fields of findings that the conditions of a gate need, and that some servers do not send. */
record GateFields(Gate gate, MissingScore missingScore) {

    /** Returns whether the gate has conditions that need such a field. */
    boolean needed() {
        return gate.type() == Gate.Type.OVERDUE || !withoutThem().condition().equals(gate.condition());
    }

    /** Returns those of the fields that the gate needs. */
    List<String> missing(List<String> fields) {
        GateCondition condition = gate.condition();
        RiskCondition risk = condition.risk();
        boolean xref = risk.knownExploited() || gate.type() == Gate.Type.OVERDUE;
        List<String> missing = new ArrayList<>();
        add(missing, fields, condition.exploitAvailable(), MissingFields.EXPLOIT);
        add(missing, fields, xref, MissingFields.XREF);
        add(missing, fields, risk.patchAvailable(), MissingFields.PATCH);
        add(missing, fields, !condition.scope().cve().isEmpty(), MissingFields.CVE);
        add(missing, fields, !condition.pluginFamily().isEmpty(), MissingFields.FAMILY);
        // Otherwise a finding counts if it has a CVE but no score.
        boolean uncounted = missingScore == MissingScore.IGNORE || fields.contains(MissingFields.CVE);
        add(missing, fields, uncounted && condition.minimumVpr() > 0, MissingFields.VPR);
        add(missing, fields, uncounted && risk.minimumEpss() > 0, MissingFields.EPSS);
        if (uncounted && condition.minimumCvss() > 0 && fields.containsAll(MissingFields.CVSS)) {
            missing.addAll(MissingFields.CVSS);
        }
        return missing;
    }

    /** Returns the gate without the conditions that need the fields. */
    Gate withoutThem() {
        ScopeCondition scope = gate.condition().scope();
        int days = gate.condition().risk().olderThanDays();
        GateCondition others = new GateCondition(
                false,
                0,
                0,
                "",
                new RiskCondition(false, 0, false, days),
                new ScopeCondition(List.of(), scope.host(), scope.port()));
        return new Gate(gate.threshold(), gate.severity(), gate.type(), others, gate.result());
    }

    private static void add(List<String> missing, List<String> fields, boolean needed, String field) {
        if (needed && fields.contains(field)) {
            missing.add(field);
        }
    }
}
