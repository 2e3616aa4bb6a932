package io.jenkins.plugins.securitycenter.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.Pom;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

    private static final String EMPTY = """
            # Performance

            <!-- benchmark: begin -->
            <!-- benchmark: end -->

            | Ratio | Measured |
            | --- | --- |
            | not of the benchmark | 9 |
            """;

    private static final Machine MACHINE = new Machine(2, "Linux amd64", "17.0.15+6");

    @Test
    void readsTheRatiosThatItWrote() {
        PerformancePage written = new PerformancePage(new PerformancePage(EMPTY).with(tables()));
        assertThat(written.ratios()).isEqualTo(Map.of("recording / reading", 2.13, "export CSV / reading", 0.457));
    }

    @Test
    void replacesOnlyTheTables() {
        String once = new PerformancePage(EMPTY).with(tables());
        assertThat(new PerformancePage(once).with(tables())).isEqualTo(once);
        assertThat(once)
                .startsWith(
                        "# Performance\n\n<!-- benchmark: begin -->\n\nMeasured with 2 cores, Linux amd64, JDK 17.0.15+6:\n")
                .contains("| reading, CPU | 2.51 s |\n")
                .endsWith("| not of the benchmark | 9 |\n");
    }

    @Test
    void refusesPagesWithoutTheComments() {
        assertThatThrownBy(() -> new PerformancePage("# Performance\n"))
                .hasMessageContaining("<!-- benchmark: begin -->")
                .hasMessageContaining("<!-- benchmark: end -->");
    }

    @Test
    void documentsRatios() throws Exception {
        String page =
                Files.readString(Pom.repository().resolve(PerformancePage.FILE)).replace("\r\n", "\n");
        assertThat(new PerformancePage(page).ratios()).isNotEmpty();
    }

    private static String tables() {
        Results results = new Results(line -> {});
        results.addRatio("recording / reading", 2.1284);
        results.addRatio("export CSV / reading", 0.45678);
        results.add("reading, CPU", 2.51, "s");
        return PerformancePage.tables(MACHINE, results);
    }
}
