package io.jenkins.plugins.securitycenter.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last records of a job: of each record ID, the one of the last build that has it.
 *
 * @param records the newest build first
 */
public record JobRecords(List<RecordCounts> records) {

    public static final JobRecords NONE = new JobRecords(List.of());

    public JobRecords {
        records = List.copyOf(records);
    }

    /** Returns these records and the records of another build, which replace older ones with the same IDs. */
    public JobRecords with(List<RecordCounts> ofBuild) {
        Map<String, RecordCounts> last = new LinkedHashMap<>();
        records.forEach(record -> last.put(record.id(), record));
        ofBuild.forEach(
                record -> last.merge(record.id(), record, (one, other) -> one.number() > other.number() ? one : other));
        return new JobRecords(last.values().stream()
                .sorted((one, other) -> Integer.compare(other.number(), one.number()))
                .toList());
    }

    /** Returns whether one of these records is of the build with that number. */
    public boolean include(int build) {
        return records.stream().anyMatch(record -> record.number() == build);
    }

    /** Returns the sum of all records of the last build with records; empty if there is none. */
    public Optional<JobRisk> sum(String job) {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(JobRisk.of(
                        job,
                        records.stream()
                                .filter(record ->
                                        record.number() == records.get(0).number())
                                .toList()));
    }

    /** Returns the last record with that ID; empty if there is none. */
    public Optional<JobRisk> of(String job, String id) {
        return records.stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .map(record -> JobRisk.of(job, List.of(record)));
    }
}
