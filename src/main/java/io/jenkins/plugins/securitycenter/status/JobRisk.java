package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The findings of a job, according to its last build with records.
 *
 * @param build the path of the page of the build, below the URL of Jenkins
 * @param number the number of the build
 * @param total the current findings of all records of the build
 * @param overdue how many of them are overdue
 * @param unclear whether findings may be missing, because a record is incomplete or cannot be read
 */
public record JobRisk(String job, String build, int number, Totals total, long overdue, boolean unclear) {

    /** The most dangerous job first: with records that are not clear, then by the number of the most severe findings. */
    public static final Comparator<JobRisk> WORST_FIRST = Comparator.comparing((JobRisk risk) -> !risk.unclear)
            .thenComparing(bySeverity().reversed())
            .thenComparing(JobRisk::overdue, Comparator.reverseOrder())
            .thenComparing(JobRisk::job);

    /**
     * Creates the sum of the records of a build.
     *
     * @param records empty for a record that cannot be read
     * @param incomplete whether one of the records may lack findings
     */
    public static JobRisk of(
            String job, String build, int number, List<Optional<RecordSummary>> records, boolean incomplete) {
        Totals total = Totals.NONE;
        long overdue = 0;
        for (Optional<RecordSummary> record : records) {
            if (record.isPresent()) {
                for (Severity severity : Severity.values()) {
                    total = total.plus(severity, record.get().changes().total().count(severity));
                }
                overdue += record.get().changes().overdue().total();
            }
        }
        boolean unread = records.stream().anyMatch(Optional::isEmpty);
        return new JobRisk(job, build, number, total, overdue, incomplete || unread);
    }

    private static Comparator<JobRisk> bySeverity() {
        Comparator<JobRisk> order = (one, other) -> 0;
        for (Severity severity : Severity.descending()) {
            order = order.thenComparing(risk -> risk.total.count(severity));
        }
        return order;
    }
}
