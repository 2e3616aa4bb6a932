package io.jenkins.plugins.securitycenter.result.view;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingNavigationTest {

    @TempDir
    Path directory;

    private FindingTable table;

    @BeforeEach
    void store() throws IOException {
        Path file = StoredFindings.file(directory, "weekly");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (int port = 0; port < 5; port++) {
                writer.write(new RecordedFinding(
                        finding().port(port).build(), port == 4 ? FindingState.FIXED : FindingState.NEW));
            }
            writer.end();
        }
        table = StoredFindings.open(file).table();
    }

    @Test
    void leadsToTheNextFindingInTheOrderOfTheTable() {
        FindingNavigation steps = steps(1, "sort=-port&change=new&page=9");

        assertThat(steps.text()).isEqualTo("3 of 4");
        assertThat(steps.previous()).isEqualTo("../2/?change=new&sort=-port");
        assertThat(steps.next()).isEqualTo("../0/?change=new&sort=-port");
    }

    @Test
    void leadsBackToThePageThatHasTheFinding() {
        assertThat(steps(2, "sort=port&size=2").request().page()).isEqualTo(2);
        assertThat(steps(2, "sort=port&size=2").previous()).isEqualTo("../1/?sort=port&size=2");
        assertThat(steps(1, "sort=port&size=2").next()).isEqualTo("../2/?sort=port&page=2&size=2");
    }

    @Test
    void endsWithTheTable() {
        assertThat(steps(0, "sort=port").previous()).isEmpty();
        assertThat(steps(3, "sort=port").next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=hosts&sort=total", "sort=total", "change=fixed", "search=nothing"})
    void leadsNowhereFromOtherTables(String query) {
        assertThat(steps(1, query)).isEqualTo(FindingNavigation.none(Queries.parse(query)));
    }

    private FindingNavigation steps(int row, String query) {
        return FindingNavigation.of(table, row, Queries.parse(query));
    }
}
