package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.LocalDate;

/** A line of the fixes table. Unknown values are empty strings. */
public record FixLine(FixRow row, TableRequest request) {

    private static final int SHORT = 40;

    /** Returns the link to the findings that the fix resolves. */
    public String link() {
        return request.in(TableType.FINDINGS)
                .with(request.filter().withFix(row.fix().id()))
                .link();
    }

    /** Returns the link to the hosts of these findings. */
    public String hostsLink() {
        return request.in(TableType.HOSTS)
                .with(request.filter().withFix(row.fix().id()))
                .link();
    }

    public String title() {
        return row.title();
    }

    /** Returns the whole solution; empty if the title says all of it and fits into its column. */
    public String solution() {
        String solution = row.solution().strip();
        boolean shown = row.title().endsWith(solution) && row.title().length() <= SHORT;
        return row.fix().known() && !shown ? solution : "";
    }

    public String findings() {
        return PageNumbers.grouped(row.totals().total());
    }

    public String hosts() {
        return PageNumbers.grouped(row.hosts());
    }

    public Severity severity() {
        return row.severity();
    }

    public boolean knownExploited() {
        return row.knownExploited();
    }

    /** Returns the highest EPSS score in percent. */
    public String epss() {
        return FindingLine.score(row.epss());
    }

    public String vpr() {
        return FindingLine.score(row.vpr());
    }

    /** Returns the earliest due date, such as {@code 2026-12-31}. */
    public String due() {
        return row.due().map(LocalDate::toString).orElse("");
    }

    /** Returns the share of the risk, such as {@code 12.5 %}. */
    public String share() {
        return PageNumbers.percent(row.share());
    }
}
