package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.CveRow;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.LocalDate;

/** A line of the CVEs table. Unknown values are empty strings. */
public record CveLine(CveRow row, TableRequest request) {

    /** Returns the link to the findings that report the CVE. */
    public String link() {
        return request.in(TableType.FINDINGS)
                .with(request.filter().withCve(row.cve()))
                .link();
    }

    /** Returns the link to the hosts of these findings. */
    public String hostsLink() {
        return request.in(TableType.HOSTS)
                .with(request.filter().withCve(row.cve()))
                .link();
    }

    public String cve() {
        return row.cve();
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

    /** Returns the highest EPSS score in percent. */
    public String epss() {
        return FindingLine.score(row.epss());
    }

    public boolean knownExploited() {
        return row.knownExploited();
    }

    /** Returns the date by which CISA requires a fix, such as {@code 2026-12-31}. */
    public String cisaDueDate() {
        return row.cisaDueDate().map(LocalDate::toString).orElse("");
    }

    /** Returns whether EPSS score and CISA's entry may be those of another CVE of the same findings. */
    public boolean shared() {
        return row.shared();
    }
}
