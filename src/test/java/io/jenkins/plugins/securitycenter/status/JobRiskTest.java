package io.jenkins.plugins.securitycenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobRiskTest {

    private static final Totals ONE_HIGH = new Totals(0, 1, 0, 0, 0);

    @Test
    void addsTheRecordsOfABuild() {
        JobRisk risk = JobRisk.of(
                "job",
                List.of(
                        record("dmz", counts(true, new Totals(1, 2, 3, 4, 5), ONE_HIGH, ONE_HIGH), false),
                        record("web", counts(true, new Totals(1, 0, 0, 0, 0), ONE_HIGH, Totals.NONE), false)));
        assertThat(risk)
                .isEqualTo(new JobRisk(
                        "job",
                        "job/job/3/",
                        "job/job/3/",
                        3,
                        new Totals(2, 2, 3, 4, 5),
                        Optional.of(new Totals(0, 2, 0, 0, 0)),
                        1,
                        false,
                        false));
        assertThat(risk.worst()).contains(Severity.CRITICAL);
    }

    @Test
    void oneRecordHasAPageOfItsOwn() {
        JobRisk risk =
                JobRisk.of("job", List.of(record("dmz", counts(false, ONE_HIGH, Totals.NONE, Totals.NONE), false)));
        assertThat(risk.page()).isEqualTo("job/job/3/dmz/");
        assertThat(risk.build()).isEqualTo("job/job/3/");
    }

    @Test
    void newFindingsAreKnownOnlyIfAllRecordsWereCompared() {
        RecordCounts compared = record("dmz", counts(true, ONE_HIGH, ONE_HIGH, Totals.NONE), false);
        RecordCounts first = record("web", counts(false, ONE_HIGH, Totals.NONE, Totals.NONE), false);
        assertThat(JobRisk.of("job", List.of(compared)).added()).contains(ONE_HIGH);
        assertThat(JobRisk.of("job", List.of(compared, first)).added()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadIsNotClear() {
        RecordCounts damaged = new RecordCounts("dmz", "", 1, Optional.empty(), false);
        RecordCounts incomplete = record("dmz", StateCounts.NONE, true);
        RecordCounts clear = record("web", counts(true, ONE_HIGH, ONE_HIGH, Totals.NONE), false);
        assertThat(JobRisk.of("job", List.of(damaged, clear)).unclear()).isTrue();
        assertThat(JobRisk.of("job", List.of(damaged, clear)).unknown()).isTrue();
        assertThat(JobRisk.of("job", List.of(clear, incomplete)).unknown()).isFalse();
        assertThat(JobRisk.of("job", List.of(damaged, clear)).added()).isEmpty();
        assertThat(JobRisk.of("job", List.of(clear, incomplete)).unclear()).isTrue();
        assertThat(JobRisk.of("job", List.of(clear)).unclear()).isFalse();
    }

    @Test
    void theWorstComesFirst() {
        JobRisk unclear = risk("unclear", Totals.NONE, 0, true);
        JobRisk critical = risk("critical", new Totals(1, 0, 0, 0, 0), 0, false);
        JobRisk high = risk("high", new Totals(0, 10, 9, 9, 9), 0, false);
        JobRisk fewer = risk("fewer", new Totals(0, 9, 9, 9, 9), 0, false);
        JobRisk overdue = risk("overdue", new Totals(0, 0, 1, 0, 0), 1, false);
        JobRisk medium = risk("medium", new Totals(0, 0, 1, 0, 0), 0, false);
        JobRisk another = risk("other", new Totals(0, 0, 1, 0, 0), 0, false);
        JobRisk none = risk("none", Totals.NONE, 0, false);
        assertThat(Stream.of(another, none, medium, overdue, fewer, high, critical, unclear)
                        .sorted(JobRisk.WORST_FIRST))
                .containsExactly(unclear, critical, high, fewer, overdue, medium, another, none);
        assertThat(Stream.of(none, medium, overdue, fewer, high, critical, unclear)
                        .sorted(Comparator.comparing(JobRisk::order).reversed()))
                .containsExactly(unclear, critical, high, fewer, overdue, medium, none);
        assertThat(none.worst()).isEmpty();
    }

    private static JobRisk risk(String job, Totals total, long overdue, boolean unclear) {
        return new JobRisk(job, "", "", 1, total, Optional.empty(), overdue, unclear, false);
    }

    private static RecordCounts record(String id, StateCounts counts, boolean incomplete) {
        return new RecordCounts(id, "job/job/3/", 3, Optional.of(counts), incomplete);
    }

    private static StateCounts counts(boolean compared, Totals total, Totals added, Totals overdue) {
        return new StateCounts(compared, total, added, Totals.NONE, Totals.NONE, Totals.NONE).withOverdue(overdue);
    }
}
