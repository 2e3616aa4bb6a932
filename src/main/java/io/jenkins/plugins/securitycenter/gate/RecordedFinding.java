package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding and how it was assessed when it was recorded. A later look at the record does not change the assessment.
 *
 * @param state state compared with the reference; {@code UNKNOWN} if there was no comparison
 * @param suppression the rule that suppresses the finding, if any
 * @param dueDate the last day on which the finding should be fixed, if there is one
 * @param overdue whether the due date had passed; also true, without a due date, if the date could not be determined
 */
public record RecordedFinding(
        Finding finding,
        FindingState state,
        Optional<Suppression> suppression,
        Optional<LocalDate> dueDate,
        boolean overdue) {

    /** Creates a finding that is not suppressed and has no due date. */
    public RecordedFinding(Finding finding, FindingState state) {
        this(finding, state, Optional.empty(), Optional.empty(), false);
    }

    /** Returns this finding with a due date. */
    RecordedFinding due(Optional<LocalDate> date, boolean passed) {
        return new RecordedFinding(finding, state, suppression, date, passed);
    }

    /** Returns this finding with another plugin output. */
    public RecordedFinding withOutput(String text) {
        return new RecordedFinding(finding.withOutput(text), state, suppression, dueDate, overdue);
    }

    /** Returns this finding without descriptions and plugin output. */
    public RecordedFinding brief() {
        return new RecordedFinding(finding.brief(), state, suppression, dueDate, overdue);
    }

    public boolean suppressed() {
        return suppression.isPresent();
    }
}
