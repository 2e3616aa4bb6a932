package io.jenkins.plugins.securitycenter.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import org.junit.jupiter.api.Test;

class FindingsActionTest {

    @Test
    void knowsNothingIfTheSummaryCannotBeRead() {
        assertThat(record(null))
                .returns("The stored summary of the findings is incomplete.", FindingsAction::getProblem)
                .returns(null, FindingsAction::getVerdict)
                .returns(null, FindingsAction::getTotals)
                .returns(null, FindingsAction::getHosts)
                .returns(null, FindingsAction::getOverdue);
        assertThat(record(StateCounts.NONE))
                .returns("", FindingsAction::getProblem)
                .returns("inactive", FindingsAction::getVerdict)
                .returns(0L, FindingsAction::getHosts);
    }

    private static FindingsAction record(StateCounts counts) {
        return new FindingsAction(
                null,
                "weekly",
                "Weekly",
                new RecordOrigin("prod", "8", "", ""),
                new RecordSummary(counts, Verdict.NONE));
    }
}
