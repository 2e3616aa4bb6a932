package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.MissingFields;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the findings that concern one gate. */
final class GateTally {

    private final Gate gate;
    private final GateFilter filter;
    private final GateFields fields;
    private final boolean limited;
    /** Counts the findings that meet the conditions that need no field which a server may not send. */
    private final GateFilter wideFilter;
    /** The findings of the reference that are still current and that the gate still counts. */
    private final BitSet outstanding = new BitSet();

    /** When the reference was recorded. */
    private Instant referenceTime;

    private long count;
    private long wideCount;
    private long reference;
    private final Map<GateFilter.Match, Long> unknown = new EnumMap<>(GateFilter.Match.class);
    private long withoutCve;
    private boolean familyFound;

    GateTally(Gate gate, RiskRules rules, BuildDay day) {
        this.gate = gate;
        referenceTime = day.now();
        filter = new GateFilter(gate, rules.missingScore(), day);
        fields = new GateFields(gate, rules.missingScore());
        limited = fields.needed();
        wideFilter = new GateFilter(fields.withoutThem(), rules.missingScore(), day);
    }

    /** Sets when the reference was recorded, which decides how old its findings were then. */
    void referenceOf(Instant time) {
        referenceTime = time;
    }

    /** Counts a current finding. */
    void accept(RecordedFinding recorded, int slot) {
        familyFound = familyFound || filter.inFamily(recorded.finding());
        if (limited && inTime(recorded) && wideFilter.test(recorded.finding()) != GateFilter.Match.NO) {
            wideCount++;
        }
        GateFilter.Match match = filter.test(recorded.finding());
        if (match == GateFilter.Match.NO || !ofType(recorded)) {
            return;
        }
        if (match == GateFilter.Match.WITHOUT_CVE) {
            withoutCve++;
            return;
        }
        count++;
        GateFilter.Match reason =
                match == GateFilter.Match.YES && undated(recorded) ? GateFilter.Match.WITHOUT_DATE : match;
        if (reason != GateFilter.Match.YES) {
            unknown.merge(reason, 1L, Long::sum);
        }
        if (gate.type() == Gate.Type.DELTA && slot != FingerprintMap.NO_SLOT) {
            outstanding.set(slot);
        }
    }

    /** Returns the plugin family of the gate if no finding was in it; empty if there was one, or the gate has none. */
    Optional<String> familyNotFound() {
        String family = gate.condition().pluginFamily();
        return family.isEmpty() || familyFound ? Optional.empty() : Optional.of(family);
    }

    private boolean ofType(RecordedFinding recorded) {
        return switch (gate.type()) {
            case TOTAL, DELTA -> true;
            case NEW -> recorded.state() == FindingState.NEW;
            case OVERDUE -> recorded.overdue();
        };
    }

    private boolean inTime(RecordedFinding recorded) {
        return gate.type() != Gate.Type.NEW || recorded.state() == FindingState.NEW;
    }

    private boolean undated(RecordedFinding recorded) {
        return gate.type() == Gate.Type.OVERDUE && recorded.dueDate().isEmpty();
    }

    /**
     * Counts a finding of the reference that is fixed or still current. One that is still current but that the gate
     * does not count any more, for example because its risk was accepted, is left out: otherwise it would make room for
     * a new finding.
     */
    void acceptReference(RecordedFinding recorded, int slot) {
        boolean counted = recorded.state() == FindingState.FIXED || outstanding.get(slot);
        GateFilter.Match match = filter.test(recorded.finding(), referenceTime);
        if (counted && match != GateFilter.Match.NO && match != GateFilter.Match.WITHOUT_CVE) {
            reference++;
        }
    }

    /** Returns the verdict if none of the hosts of the gate was scanned. */
    GateVerdict ofNoHost() {
        return GateVerdict.ofNoHost(gate);
    }

    /** Returns the verdict if there is no reference; empty if the gate needs none. */
    Optional<GateVerdict> withoutReference(boolean lost) {
        if (!gate.needsReference()) {
            return Optional.empty();
        }
        return Optional.of(lost ? GateVerdict.withoutReference(gate) : GateVerdict.inactive(gate));
    }

    /** @param missingFields the fields that the server does not send for any finding */
    GateVerdict verdict(List<String> missingFields) {
        List<String> missing = fields.missing(missingFields);
        long unrated = missingFields.contains(MissingFields.CVE) ? withoutCve : 0;
        long now = missing.isEmpty() ? count + unrated : wideCount;
        Map<GateFilter.Match, Long> reasons = new EnumMap<>(unknown);
        if (unrated > 0) {
            reasons.merge(GateFilter.Match.WITHOUT_SCORE, unrated, Long::sum);
        }
        GateSentence sentence = new GateSentence(gate, reasons, missing);
        return switch (gate.type()) {
            case TOTAL -> GateVerdict.of(gate, now, sentence.of(now, ""));
            case NEW -> GateVerdict.of(gate, now, sentence.of(now, "new "));
            case OVERDUE -> GateVerdict.of(gate, now, sentence.of(now, "overdue "));
            case DELTA -> GateVerdict.of(gate, Math.max(0, now - reference), sentence.delta(now, reference));
        };
    }
}
