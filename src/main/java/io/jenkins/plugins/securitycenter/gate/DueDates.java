package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Determines by which day a finding must be fixed: a number of days after it was first seen, or the date that CISA
 * requires if that is earlier. There are due dates only if the record has an SLA or a gate of type overdue.
 */
public final class DueDates {

    private final boolean used;
    private final RiskRules rules;
    private final BuildDay day;

    public DueDates(List<Gate> gates, RiskRules rules, BuildDay day) {
        used = !rules.sla().isEmpty() || gates.stream().anyMatch(gate -> gate.type() == Gate.Type.OVERDUE);
        this.rules = rules;
        this.day = day;
    }

    /**
     * Returns the finding with its due date. A finding whose due date cannot be determined, because the server does not
     * say when it was first seen or because a date of CISA is not valid, is overdue without a due date. A finding whose
     * risk is accepted, or which is suppressed, is never overdue.
     */
    public RecordedFinding assess(RecordedFinding recorded) {
        Finding finding = recorded.finding();
        if (!used || finding.risk().accepted() || recorded.suppressed()) {
            return recorded;
        }
        Optional<LocalDate> due = Stream.concat(agreed(finding).stream(), finding.plugin().cisaDueDate().stream())
                .min(LocalDate::compareTo);
        boolean passed = due.isPresent() && due.get().isBefore(day.today());
        return passed || !unknown(finding) ? recorded.due(due, passed) : recorded.due(Optional.empty(), true);
    }

    private Optional<LocalDate> agreed(Finding finding) {
        Integer days = rules.sla().get(finding.severity());
        return days == null
                ? Optional.empty()
                : finding.firstSeen().map(time -> day.day(time).plusDays(days));
    }

    private boolean unknown(Finding finding) {
        boolean age = rules.sla().containsKey(finding.severity())
                && finding.firstSeen().filter(time -> !day.isFuture(time)).isEmpty();
        return age || finding.plugin().cisaDateUnknown();
    }
}
