package io.jenkins.plugins.securitycenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobRecordsTest {

    @Test
    void keepTheLastRecordOfEachId() {
        JobRecords records = JobRecords.NONE
                .with(List.of(record("dmz", 4)))
                .with(List.of(record("dmz", 2), record("web", 2)))
                .with(List.of());
        assertThat(records.records()).containsExactly(record("dmz", 4), record("web", 2));
        assertThat(records.of("job", "dmz").orElseThrow().number()).isEqualTo(4);
        assertThat(records.of("job", "web").orElseThrow().page()).isEqualTo("job/job/2/web/");
        assertThat(records.of("job", "other")).isEmpty();
    }

    @Test
    void aBuildThatEndsLaterThanItsSuccessorReplacesNothing() {
        JobRecords records = JobRecords.NONE.with(List.of(record("dmz", 4))).with(List.of(record("dmz", 3)));
        assertThat(records.records()).containsExactly(record("dmz", 4));
    }

    @Test
    void theSumIsThatOfTheLastBuildWithRecords() {
        JobRecords records = JobRecords.NONE
                .with(List.of(record("dmz", 4), record("net", 4)))
                .with(List.of(record("web", 2)));
        assertThat(records.sum("job").orElseThrow().number()).isEqualTo(4);
        assertThat(records.sum("job").orElseThrow().page()).isEqualTo("job/job/4/");
        assertThat(JobRecords.NONE.sum("job")).isEmpty();
    }

    @Test
    void includeTheBuildsOfTheirRecordsOnly() {
        JobRecords records = JobRecords.NONE.with(List.of(record("dmz", 4))).with(List.of(record("web", 2)));
        assertThat(records.include(4)).isTrue();
        assertThat(records.include(3)).isFalse();
        assertThat(records.include(2)).isTrue();
    }

    private static RecordCounts record(String id, int number) {
        return new RecordCounts(id, "job/job/" + number + "/", number, Optional.of(StateCounts.NONE), false);
    }
}
