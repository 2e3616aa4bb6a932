package io.jenkins.plugins.securitycenter.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import org.junit.jupiter.api.Test;

class JobRisksTest {

    private static final RecordOrigin ORIGIN = new RecordOrigin("prod", "8", "", "");

    @Test
    void knowsWhetherFindingsMayBeMissing() {
        assertThat(JobRisks.incomplete(record(ORIGIN))).isFalse();
        assertThat(JobRisks.incomplete(record(ORIGIN.ofScan(true)))).isTrue();
        assertThat(JobRisks.incomplete(record(ORIGIN.read(0, 1)))).isTrue();
        assertThat(JobRisks.incomplete(record(ORIGIN.ofNothing(true)))).isTrue();
    }

    private static FindingsAction record(RecordOrigin origin) {
        return new FindingsAction(null, "weekly", "Weekly", origin, new RecordSummary(StateCounts.NONE, Verdict.NONE));
    }
}
