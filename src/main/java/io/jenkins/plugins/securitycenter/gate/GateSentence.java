package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes what a gate counted, in a sentence for users.
 *
 * @param unknown how many findings count although something is not known about them, by what that is; not stated if
 *     fields are missing
 * @param missingFields the fields without which the conditions cannot be evaluated, so that all findings count
 */
record GateSentence(Gate gate, Map<GateFilter.Match, Long> unknown, List<String> missingFields) {

    private static final int MOST_ENTRIES = 3;

    /** @param kind an adjective with a blank after it, or nothing */
    String of(long count, String kind) {
        return noun(count, kind) + what(gate) + limit(gate) + unknowns();
    }

    String delta(long now, long then) {
        return noun(Math.max(0, now - then), "more ") + what(gate) + ", compared with the reference ("
                + Digits.grouped(now) + " now, " + Digits.grouped(then) + " before)" + limit(gate) + unknowns();
    }

    static String inactive(Gate gate) {
        return "There is no reference build yet, so " + uncounted(gate);
    }

    static String notScanned(Gate gate) {
        return "No host is known to have been scanned that the gate is limited to, so findings" + what(gate)
                + " cannot be counted";
    }

    static String referenceLost(Gate gate) {
        return "There is no readable reference build any more, so " + uncounted(gate)
                + "; choose a reference on the page of a record";
    }

    private static String uncounted(Gate gate) {
        String kind = gate.type() == Gate.Type.NEW ? "new findings" : "additional findings";
        return kind + what(gate) + " cannot be counted";
    }

    private String unknowns() {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(unknown)
                .forEach((match, number) -> parts.add(Digits.grouped(number) + " because " + match.reason()));
        String counted = parts.isEmpty() ? "" : "; counted are " + String.join(" and ", parts);
        return missingFields.isEmpty() ? counted : lacking(String.join(" and ", missingFields));
    }

    private static String lacking(String fields) {
        return "; SecurityCenter does not send " + fields
                + ", so these conditions cannot be evaluated and all findings of that severity count";
    }

    private static String noun(long count, String kind) {
        return Digits.counted(count, kind + "finding");
    }

    private static String what(Gate gate) {
        GateCondition condition = gate.condition();
        List<String> conditions = conditions(condition);
        return severity(gate.severity())
                + (condition.pluginFamily().isEmpty() ? "" : " in plugin family " + condition.pluginFamily())
                + scope(condition.scope())
                + (conditions.isEmpty() ? "" : " with " + String.join(" and ", conditions))
                + age(condition.risk().olderThanDays());
    }

    private static String scope(ScopeCondition scope) {
        return list(" of ", scope.cve()) + list(" on host ", scope.host()) + list(" on port ", scope.port());
    }

    private static String list(String start, List<String> entries) {
        int more = entries.size() - MOST_ENTRIES;
        return entries.isEmpty()
                ? ""
                : start
                        + String.join(" or ", entries.subList(0, Math.min(MOST_ENTRIES, entries.size())))
                        + (more > 0 ? " or " + Digits.grouped(more) + " more" : "");
    }

    private static String age(int days) {
        return days == 0 ? "" : ", first seen at least " + Digits.counted(days, "day") + " ago";
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
        if (condition.risk().minimumEpss() > 0) {
            parts.add("an EPSS score of at least " + plain(condition.risk().minimumEpss()) + " %");
        }
        if (condition.risk().knownExploited()) {
            parts.add("an entry in CISA's catalog of known exploited vulnerabilities");
        }
        if (condition.risk().patchAvailable()) {
            parts.add("a published patch");
        }
        return parts;
    }

    private static String plain(double minimumEpss) {
        return BigDecimal.valueOf(minimumEpss).stripTrailingZeros().toPlainString();
    }

    private static String limit(Gate gate) {
        return gate.threshold() == 1
                ? ", none allowed"
                : ", fewer than " + Digits.grouped(gate.threshold()) + " allowed";
    }
}
