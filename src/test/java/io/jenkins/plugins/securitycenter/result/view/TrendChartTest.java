package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrendChartTest {

    private static final double FLOOR = 150;
    private static final double ZERO = 198;
    private static final StateCounts TOTAL =
            new StateCounts(false, new Totals(1, 1, 1, 1, 1), Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE);
    private static final StateCounts COMPARED =
            new StateCounts(true, new Totals(1, 1, 1, 1, 1), Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE);

    @Test
    void stacksSeveritiesFromTheFloor() {
        List<TrendChart.Box> boxes = boxes(point(1, new Totals(10, 0, 30, 0, 60), 0, 0));

        assertThat(boxes).extracting(TrendChart.Box::kind).containsExactly("critical", "medium", "info");
        assertThat(boxes).extracting(TrendChart.Box::height).containsExactly("14.0", "42.0", "84.0");
        assertThat(boxes).extracting(TrendChart.Box::y).containsExactly("136.0", "94.0", "10.0");
    }

    @Test
    void showsFewCriticalFindingsAmongThousands() {
        List<TrendChart.Box> boxes = boxes(point(1, new Totals(1, 0, 3999, 0, 6000), 0, 0));

        assertThat(boxes).extracting(TrendChart.Box::height).containsExactly("2.0", "56.0", "82.0");
    }

    @Test
    void leavesOutInfoAndItsScale() {
        TrendChart chart = new TrendChart(
                List.of(point(1, new Totals(10, 0, 0, 0, 6000), 0, 0)), settings(TrendView.SEVERITY, false));

        assertThat(chart.series())
                .extracting(TrendSeries::severity)
                .doesNotContain(Severity.INFO)
                .hasSize(6);
        assertThat(chart.columns().get(0).boxes())
                .extracting(TrendChart.Box::kind, TrendChart.Box::height)
                .containsExactly(tuple("critical", "140.0"));
        assertThat(chart.columns().get(0).area())
                .isEqualTo(new TrendChart.Box("area", "238.0", "10.0", "40.0", "220.0"));
    }

    @Test
    void drawsNewFindingsUpwardsAndFixedOnesDownwards() {
        List<TrendChart.Box> boxes = boxes(point(1, Totals.NONE, 20, 10));

        assertThat(boxes)
                .extracting(TrendChart.Box::kind, TrendChart.Box::y, TrendChart.Box::height)
                .containsExactly(tuple("new", "166.0", "32.0"), tuple("fixed", "198.0", "16.0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 50})
    void staysWithinItsFrame(int builds) {
        TrendChart chart = new TrendChart(
                IntStream.range(0, builds)
                        .mapToObj(i -> point(i, new Totals(i, 0, 0, 0, 977), i * 3, i))
                        .toList(),
                TrendSettings.DEFAULT);

        assertThat(chart.columns()).hasSize(builds);
        assertThat(chart.columns()).flatExtracting(TrendChart.Column::boxes).allSatisfy(box -> {
            double bottom = number(box.y()) + number(box.height());
            assertThat(number(box.x())).isBetween(40.0, 476.0);
            assertThat(number(box.x()) + number(box.width())).isBetween(40.0, 476.1);
            assertThat(number(box.y())).isGreaterThanOrEqualTo(9.9);
            assertThat(bottom).isLessThanOrEqualTo(box.kind().matches("new|fixed") ? ZERO + 32.15 : FLOOR + 0.15);
        });
    }

    @Test
    void namesAsManyBuildsAsFit() {
        assertThat(names(3)).containsExactly("#3", "#2", "#1");
        assertThat(names(50)).startsWith("#50").hasSizeBetween(8, 10);
        assertThat(new TrendChart(List.of(point(50, Totals.NONE, 0, 0)), TrendSettings.DEFAULT)
                        .names()
                        .get(0)
                        .x())
                .isEqualTo("258.0");
    }

    @Test
    void drawsNothingButItsLinesWithoutFindings() {
        TrendChart chart = new TrendChart(List.of(point(1, Totals.NONE, 0, 0)), TrendSettings.DEFAULT);

        assertThat(chart.columns().get(0).boxes()).isEmpty();
        assertThat(chart.lines()).hasSize(6);
    }

    @Test
    void leavesOutChangesUntilABuildWasCompared() {
        TrendPoint first = recorded(1, StateCounts.NONE);
        TrendChart alone = new TrendChart(List.of(first), TrendSettings.DEFAULT);
        TrendChart later = new TrendChart(List.of(first, point(2, Totals.NONE, 0, 0)), TrendSettings.DEFAULT);

        assertThat(alone.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(number(line.y())).isLessThanOrEqualTo(FLOOR));
        assertThat(alone.viewBox()).isEqualTo("0 0 480 172");
        assertThat(number(alone.names().get(0).y())).isBetween(FLOOR, 172.0);
        assertThat(later.viewBox()).isEqualTo("0 0 480 250");
    }

    @Test
    void listsNumbersTheNewestFirst() {
        TrendChart chart = new TrendChart(
                List.of(point(1, Totals.NONE, 0, 0), point(2, new Totals(1, 2, 3, 4, 5000), 6, 7)),
                TrendSettings.DEFAULT);
        TrendPoint newest = chart.newestFirst().get(0);

        assertThat(chart.series())
                .extracting(series -> series.text(newest))
                .containsExactly("1", "2", "3", "4", "5,000", "6", "7");
        assertThat(title(newest)).isEqualTo("#2: 1 Critical, 2 High, 3 Medium, 4 Low, 5,000 Info; 6 new, 7 fixed");
        assertThat(title(recorded(1, StateCounts.NONE))).isEqualTo("#1: No findings");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2",
        "1, 2",
        "2, 2",
        "3, 4",
        "5, 6",
        "7, 8",
        "9, 10",
        "10, 10",
        "11, 12",
        "41, 60",
        "999, 1000",
        "1000001, 1200000"
    })
    void endsAnAxisWithARoundNumber(long most, long top) {
        assertThat(TrendScale.upTo(most, 100).top()).isEqualTo(top);
        assertThat(TrendScale.upTo(most, 100).length(top)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1k", "1500, 1.5k", "100000, 100k", "2000000, 2M"})
    void shortensNumbers(long number, String label) {
        assertThat(TrendScale.label(number)).isEqualTo(label);
    }

    private static List<TrendChart.Box> boxes(TrendPoint point) {
        return new TrendChart(List.of(point), TrendSettings.DEFAULT)
                .columns()
                .get(0)
                .boxes();
    }

    private static List<String> names(int builds) {
        List<TrendPoint> points = IntStream.rangeClosed(1, builds)
                .mapToObj(i -> point(i, Totals.NONE, 0, 0))
                .toList();
        return new TrendChart(points, TrendSettings.DEFAULT)
                .names().stream().map(TrendChart.Name::text).toList();
    }

    @Test
    void showsNewAndFixedFindingsOnly() {
        TrendChart chart = chart(TrendView.CHANGES, point(1, new Totals(9, 9, 9, 9, 9), 20, 10), recorded(2, TOTAL));

        assertThat(chart.columns().get(0).boxes())
                .extracting(TrendChart.Box::kind, TrendChart.Box::y, TrendChart.Box::height)
                .containsExactly(tuple("new", "10.0", "70.0"), tuple("fixed", "80.0", "35.0"));
        assertThat(chart.columns())
                .extracting(TrendChart.Column::title)
                .containsExactly("#1: 20 new, 10 fixed", "#2: not compared");
        assertThat(chart.columns().get(1).marks())
                .extracting(TrendChart.Name::text)
                .containsExactly("\u2013");
        assertThat(chart.series()).extracting(TrendSeries::label).containsExactly("New", "Fixed");
        assertThat(chart.series().get(0).knows(chart.points().get(1))).isFalse();
        assertThat(chart.lines()).hasSize(3);
    }

    @Test
    void showsOverdueFindingsOnly() {
        TrendChart chart =
                chart(TrendView.OVERDUE, recorded(1, TOTAL.withOverdue(new Totals(1, 1, 0, 0, 0))), recorded(2, TOTAL));

        assertThat(chart.columns().get(0).boxes())
                .extracting(TrendChart.Box::kind, TrendChart.Box::height)
                .containsExactly(tuple("critical", "70.0"), tuple("high", "70.0"));
        assertThat(chart.columns())
                .extracting(TrendChart.Column::title)
                .containsExactly("#1: Overdue: 1 Critical, 1 High", "#2: Overdue: No findings");
        assertThat(chart.columns().get(1).marks()).isEmpty();
    }

    @Test
    void showsTheLoginsToHosts() {
        CheckedHosts checked = new CheckedHosts(10, 8, List.of(), 2, true, 0);
        CheckedHosts unknown = new CheckedHosts(10, 0, List.of(), 0, false, 0);
        TrendChart chart = chart(
                TrendView.HOSTS,
                new TrendPoint("#1", "", Optional.of(TOTAL), checked, "", false),
                new TrendPoint("#2", "", Optional.of(TOTAL), unknown, "", false));

        assertThat(chart.columns().get(0).boxes())
                .extracting(TrendChart.Box::kind, TrendChart.Box::height)
                .containsExactly(tuple("authenticated", "112.0"), tuple("unauthenticated", "28.0"));
        assertThat(chart.columns())
                .extracting(TrendChart.Column::title)
                .containsExactly("#1: 8 authenticated, 2 not authenticated", "#2: logins unknown");
        assertThat(chart.columns().get(1).boxes()).isEmpty();
        assertThat(chart.columns().get(1).marks()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TrendView.class)
    void marksBuildsWithoutNumbersAndThoseThatFailed(TrendView view) {
        TrendPoint none = new TrendPoint("#1", "", Optional.empty(), CheckedHosts.NONE, "nothing recorded", false);
        TrendPoint failed = new TrendPoint("#2", "", Optional.empty(), CheckedHosts.NONE, "build failed", true);
        TrendPoint violated = new TrendPoint(
                "#3", "", Optional.of(COMPARED), new CheckedHosts(1, 1, List.of(), 0, true, 0), "build failed", true);
        TrendChart chart = chart(view, none, failed, violated);

        assertThat(chart.columns())
                .extracting(column ->
                        column.marks().stream().map(TrendChart.Name::text).toList())
                .containsExactly(List.of("\u2013"), List.of("\u00d7"), List.of());
        assertThat(chart.columns().get(0).boxes()).isEmpty();
        assertThat(chart.columns().get(1).boxes())
                .extracting(TrendChart.Box::kind)
                .containsExactly("failed");
        assertThat(chart.columns().get(2).boxes())
                .extracting(TrendChart.Box::kind)
                .contains("failed");
        assertThat(chart.columns().get(0).title()).isEqualTo("#1: nothing recorded");
        assertThat(chart.columns().get(2).title()).startsWith("#3: ").endsWith("; build failed");
        assertThat(chart.hasFailed()).isTrue();
        assertThat(chart.hasRemarks()).isTrue();
        assertThat(chart.description()).contains("Builds whose numbers are unknown have no column.");
    }

    private static TrendChart chart(TrendView view, TrendPoint... points) {
        return new TrendChart(List.of(points), settings(view, true));
    }

    private static TrendSettings settings(TrendView view, boolean info) {
        return new TrendSettings(view, info, 50);
    }

    private static String title(TrendPoint point) {
        return new TrendChart(List.of(point), TrendSettings.DEFAULT)
                .columns()
                .get(0)
                .title();
    }

    private static TrendPoint recorded(int build, StateCounts counts) {
        return new TrendPoint("#" + build, "job/x/" + build + "/", Optional.of(counts), CheckedHosts.NONE, "", false);
    }

    private static TrendPoint point(int build, Totals total, long added, long fixed) {
        return recorded(
                build,
                new StateCounts(
                        true,
                        total,
                        Totals.NONE.plus(Severity.HIGH, added),
                        Totals.NONE,
                        Totals.NONE.plus(Severity.LOW, fixed),
                        Totals.NONE));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
