package io.jenkins.plugins.securitycenter.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.status.JobRisk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsCellTest {

    @Test
    void showsTheNumbersAndTheWorstSeverity() {
        FindingsCell cell = cell(new Totals(0, 1, 0, 0, 1233), Optional.of(new Totals(0, 1, 0, 0, 0)));

        assertThat(cell.total()).isEqualTo("1,234 findings");
        assertThat(cell.added()).isEqualTo("1 new");
        assertThat(cell.worst()).isEqualTo(Severity.HIGH);
        assertThat(cell.text()).isEqualTo("#3: 1 High, 1,233 Info");
        assertThat(cell.page()).isEqualTo("job/a/3/dmz/");
        assertThat(cell.order()).startsWith("counted-0000000000000000000-0000000000000000001-");
    }

    @Test
    void hasNoNewFindingsWithoutAReference() {
        assertThat(cell(new Totals(0, 0, 0, 1, 0), Optional.empty()))
                .returns("1 finding", FindingsCell::total)
                .returns("", FindingsCell::added);
    }

    @Test
    void showsNoNumbersThatLackThoseOfARecord() {
        JobRisk unknown = new JobRisk("a", "job/a/3/", "job/a/3/", 3, Totals.NONE, Optional.empty(), 0, true, true);

        assertThat(FindingsCell.of(Optional.of(unknown)))
                .returns("Findings unknown", FindingsCell::total)
                .returns("#3: Findings unknown", FindingsCell::text)
                .returns("", FindingsCell::added)
                .returns(true, FindingsCell::unclear);
        assertThat(new JobPage.Line(unknown))
                .returns("Findings unknown", JobPage.Line::findings)
                .returns("", JobPage.Line::overdue);
    }

    @Test
    void isEmptyWithoutARecord() {
        assertThat(FindingsCell.EMPTY)
                .returns("", FindingsCell::total)
                .returns("", FindingsCell::added)
                .returns("", FindingsCell::order)
                .returns("", FindingsCell::page)
                .returns(null, FindingsCell::worst)
                .returns(false, FindingsCell::unclear);
    }

    private static FindingsCell cell(Totals total, Optional<Totals> added) {
        return FindingsCell.of(
                Optional.of(new JobRisk("a", "job/a/3/", "job/a/3/dmz/", 3, total, added, 0, false, false)));
    }
}
