package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.util.List;
import java.util.stream.Stream;

/** The number of findings with a change, which links to them. */
public record ChangeCount(FindingState change, long count) {

    /** Returns the counts since the reference build; those of changes other than new and fixed only if they occur. */
    public static List<ChangeCount> of(StateCounts counts) {
        if (!counts.compared()) {
            return List.of();
        }
        return Stream.of(
                        new ChangeCount(FindingState.NEW, counts.added().total()),
                        new ChangeCount(FindingState.FIXED, counts.fixed().total()),
                        new ChangeCount(
                                FindingState.OUTSTANDING, counts.outstanding().total()),
                        new ChangeCount(
                                FindingState.NOT_SCANNED, counts.notScanned().total()),
                        new ChangeCount(
                                FindingState.NOT_CHECKED, counts.notChecked().total()))
                .filter(entry ->
                        entry.count > 0 || entry.change == FindingState.NEW || entry.change == FindingState.FIXED)
                .toList();
    }

    public String number() {
        return PageNumbers.grouped(count);
    }

    /** Returns the query string of the table of these findings. */
    public String link() {
        return "?change=" + change.word();
    }
}
