package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes what a gate counted, in a sentence for users. */
final class GateSentence {

    private GateSentence() {}

    static String total(Gate gate, long count) {
        return noun(count, "") + what(gate) + limit(gate);
    }

    static String added(Gate gate, long count) {
        return noun(count, "new ") + what(gate) + limit(gate);
    }

    static String delta(Gate gate, long now, long then) {
        return noun(Math.max(0, now - then), "more ") + what(gate) + ", compared with the reference (" + now + " now, "
                + then + " before)" + limit(gate);
    }

    static String inactive(Gate gate) {
        String kind = gate.type() == Gate.Type.NEW ? "new findings" : "additional findings";
        return "There is no reference build yet, so " + kind + what(gate) + " cannot be counted";
    }

    private static String noun(long count, String kind) {
        return count + " " + kind + (count == 1 ? "finding" : "findings");
    }

    private static String what(Gate gate) {
        List<String> conditions = conditions(gate.condition());
        String family = gate.condition().pluginFamily();
        return severity(gate.severity())
                + (family.isEmpty() ? "" : " in plugin family " + family)
                + (conditions.isEmpty() ? "" : " with " + String.join(" and ", conditions));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case INFO -> " of any severity";
            case CRITICAL -> " of severity Critical";
            default -> " of severity " + severity.label() + " or worse";
        };
    }

    private static List<String> conditions(GateCondition condition) {
        List<String> parts = new ArrayList<>();
        if (condition.exploitAvailable()) {
            parts.add("an available exploit");
        }
        if (condition.minimumCvss() > 0) {
            parts.add(String.format(Locale.ROOT, "a CVSS score of at least %.1f", condition.minimumCvss()));
        }
        if (condition.minimumVpr() > 0) {
            parts.add(String.format(Locale.ROOT, "a VPR of at least %.1f", condition.minimumVpr()));
        }
        return parts;
    }

    private static String limit(Gate gate) {
        return gate.threshold() == 1 ? ", none allowed" : ", fewer than " + gate.threshold() + " allowed";
    }
}
