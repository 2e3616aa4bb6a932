package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The findings of a job, according to its last build with records.
 *
 * @param build the path of the page of the build, below the URL of Jenkins
 * @param page the path of the page of the record; of the build if it has several
 * @param number the number of the build
 * @param total the current findings of all records of the build
 * @param added how many of them are new; empty if one of the records was not compared
 * @param overdue how many of them are overdue
 * @param unclear whether findings may be missing, because the scan of a record is partial, or a record is
 *     incomplete or cannot be read
 * @param unknown whether the counts of a record cannot be read, so that the numbers lack them
 */
public record JobRisk(
        String job,
        String build,
        String page,
        int number,
        Totals total,
        Optional<Totals> added,
        long overdue,
        boolean unclear,
        boolean unknown) {

    /** The most dangerous job first: with records that are not clear, then by the number of the most severe findings. */
    public static final Comparator<JobRisk> WORST_FIRST = Comparator.comparing((JobRisk risk) -> !risk.unclear)
            .thenComparing(bySeverity().reversed())
            .thenComparing(JobRisk::overdue, Comparator.reverseOrder())
            .thenComparing(JobRisk::job);

    /** @param records the records of one build; at least one */
    static JobRisk of(String job, List<RecordCounts> records) {
        RecordCounts first = records.get(0);
        Totals total = Totals.NONE;
        Totals added = Totals.NONE;
        long overdue = 0;
        boolean compared = true;
        boolean unclear = false;
        boolean unknown = false;
        for (RecordCounts record : records) {
            StateCounts counts = record.counts().orElse(StateCounts.NONE);
            total = total.plus(counts.total());
            added = added.plus(counts.added());
            overdue += counts.overdue().total();
            compared = compared && counts.compared();
            unknown = unknown || record.counts().isEmpty();
            unclear = unclear || unknown || record.incomplete();
        }
        return new JobRisk(
                job,
                first.build(),
                records.size() == 1 ? first.path() : first.build(),
                first.number(),
                total,
                compared ? Optional.of(added) : Optional.empty(),
                overdue,
                unclear,
                unknown);
    }

    /** Returns the severity of the most severe findings; empty if there are none. */
    public Optional<Severity> worst() {
        return Severity.descending().stream()
                .filter(severity -> total.count(severity) > 0)
                .findFirst();
    }

    /** Returns a text of fixed length that sorts jobs as {@link #WORST_FIRST} does, the most dangerous one last. */
    public String order() {
        StringBuilder order = new StringBuilder(unclear ? "unclear" : "counted");
        for (Severity severity : Severity.descending()) {
            order.append(number(total.count(severity)));
        }
        return order.append(number(overdue)).toString();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "-%019d", number);
    }

    private static Comparator<JobRisk> bySeverity() {
        return Severity.descending().stream()
                .map(severity -> Comparator.comparing((JobRisk risk) -> risk.total.count(severity)))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }
}
