package io.jenkins.plugins.securitycenter.list;

import io.jenkins.plugins.securitycenter.result.view.PageNumbers;
import io.jenkins.plugins.securitycenter.result.view.SeverityBar;
import io.jenkins.plugins.securitycenter.status.JobRisk;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * One page of the jobs with records.
 *
 * @param total the number of jobs with records
 * @param unread the number of jobs whose builds are still being read
 * @param page the number of the page, from 1
 * @param length the number of jobs on a page
 */
@Restricted(NoExternalUse.class)
public record JobPage(List<Line> lines, int total, int unread, int page, int length) {

    /** A job for the table. */
    @Restricted(NoExternalUse.class)
    public record Line(JobRisk job) {

        public SeverityBar bar() {
            return SeverityBar.of(job.total());
        }

        public String findings() {
            return FindingsCell.bySeverity(job);
        }

        public String overdue() {
            return job.unknown() ? "" : PageNumbers.grouped(job.overdue());
        }
    }

    /** @param asked the number of the page; the first one if it is not a valid number */
    public static JobPage of(JobRisks.Overview overview, int length, String asked) {
        int size = overview.jobs().size();
        int last = Math.max(1, (size + length - 1) / length);
        int page = asked != null && asked.matches("[1-9]\\d{0,5}") ? Math.min(last, Integer.parseInt(asked)) : 1;
        List<Line> lines = overview.jobs().subList((page - 1) * length, Math.min(size, page * length)).stream()
                .map(Line::new)
                .toList();
        return new JobPage(lines, size, overview.unread(), page, length);
    }

    public boolean hasNext() {
        return page * length < total;
    }
}
