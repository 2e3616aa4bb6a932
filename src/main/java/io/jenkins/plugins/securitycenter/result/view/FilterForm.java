package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * The filter form above a table.
 *
 * @param fix the title of the fix that the filter selects; empty if it is unknown
 */
public record FilterForm(TableRequest request, String fix) {

    FilterForm(TableRequest request) {
        this(request, "");
    }

    /** A parameter that is kept when the form is submitted. */
    public record Kept(String name, String value) {}

    /** A check box for a severity. */
    public record SeverityChoice(Severity severity, boolean chosen) {}

    /** A check box for a change. */
    public record ChangeChoice(FindingState change, boolean chosen) {}

    public List<Kept> kept() {
        return Stream.of(
                        new Kept("view", request.view().word()),
                        new Kept(
                                "sort",
                                (request.descending() ? "-" : "")
                                        + request.sort().word()),
                        new Kept("size", String.valueOf(request.length())),
                        new Kept("cve", request.filter().cve()),
                        new Kept("fix", request.filter().fix()))
                .filter(kept -> !kept.value().isEmpty())
                .toList();
    }

    /** Returns the conditions of the filter, each with the link that removes it. */
    public List<FilterWord> words() {
        return FilterWord.of(request, fix);
    }

    /** Returns how many conditions are set of those that the form keeps under <em>More</em>. */
    public int more() {
        return words().size()
                - request.filter().severities().size()
                - request.filter().changes().size()
                - (request.filter().search().isEmpty() ? 0 : 1);
    }

    public List<SeverityChoice> severities() {
        return Severity.descending().stream()
                .map(severity -> new SeverityChoice(
                        severity, request.filter().severities().contains(severity)))
                .toList();
    }

    /** Returns the changes that findings can have if there is a reference build. */
    public List<ChangeChoice> changes() {
        return Stream.of(
                        FindingState.NEW,
                        FindingState.OUTSTANDING,
                        FindingState.FIXED,
                        FindingState.NOT_SCANNED,
                        FindingState.NOT_CHECKED)
                .map(change ->
                        new ChangeChoice(change, request.filter().changes().contains(change)))
                .toList();
    }

    /** Returns the port; empty for all ports. */
    public String port() {
        int port = request.filter().port();
        return port < 0 ? "" : String.valueOf(port);
    }

    /** Returns the minimum EPSS score in percent; empty for none. */
    public String epss() {
        int minimum = request.filter().risk().minimumEpss();
        return minimum == 0 ? "" : String.valueOf(minimum);
    }

    /** Returns the link to the table without a filter. */
    public String unfiltered() {
        return request.with(TableFilter.CURRENT).link();
    }
}
