package io.jenkins.plugins.securitycenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobRiskTest {

    @Test
    void addsTheRecordsOfABuild() {
        JobRisk risk = JobRisk.of(
                "job",
                "job/job/3/",
                3,
                List.of(
                        Optional.of(summary(new Totals(1, 2, 3, 4, 5), new Totals(0, 1, 0, 0, 0))),
                        Optional.of(summary(new Totals(1, 0, 0, 0, 0), new Totals(1, 1, 0, 0, 0)))),
                false);
        assertThat(risk).isEqualTo(new JobRisk("job", "job/job/3/", 3, new Totals(2, 2, 3, 4, 5), 3, false));
    }

    @Test
    void aRecordThatCannotBeReadIsNotClear() {
        assertThat(JobRisk.of("job", "", 1, List.of(Optional.empty()), false).unclear())
                .isTrue();
        assertThat(JobRisk.of("job", "", 1, List.of(), true).unclear()).isTrue();
    }

    @Test
    void theWorstComesFirst() {
        JobRisk unclear = new JobRisk("unclear", "", 1, Totals.NONE, 0, true);
        JobRisk critical = new JobRisk("critical", "", 1, new Totals(1, 0, 0, 0, 0), 0, false);
        JobRisk high = new JobRisk("high", "", 1, new Totals(0, 9, 9, 9, 9), 0, false);
        JobRisk overdue = new JobRisk("overdue", "", 1, new Totals(0, 0, 1, 0, 0), 1, false);
        JobRisk medium = new JobRisk("medium", "", 1, new Totals(0, 0, 1, 0, 0), 0, false);
        JobRisk another = new JobRisk("other", "", 1, new Totals(0, 0, 1, 0, 0), 0, false);
        assertThat(Stream.of(another, medium, overdue, high, critical, unclear).sorted(JobRisk.WORST_FIRST))
                .containsExactly(unclear, critical, high, overdue, medium, another);
    }

    private static RecordSummary summary(Totals total, Totals overdue) {
        StateCounts counts = new StateCounts(false, total, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE);
        return new RecordSummary(counts.withOverdue(overdue), Verdict.NONE);
    }
}
