package io.jenkins.plugins.securitycenter.document;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.document.CheckReport.Conclusion;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckReportTest {

    private static final Totals TWO_HIGH = new Totals(0, 2, 0, 0, 0);

    @TempDir
    Path directory;

    static Stream<String> hostile() {
        return HostileTexts.all();
    }

    @Test
    void saysWhatMatters() throws IOException {
        Documents documents = new Documents(directory).judged(gates(Gate.Result.FAILURE, true, 1));
        for (int i = 0; i < 25; i++) {
            documents.add(finding().ip("10.0.0." + i).severity(Severity.HIGH).build(), FindingState.NEW);
        }
        CheckReport check = documents.check();

        assertThat(check.conclusion()).isEqualTo(Conclusion.FAILURE);
        assertThat(check.title()).isEqualTo("25 new High; gate violated");
        assertThat(check.page()).isEqualTo("https://jenkins.example.com/job/scan/7/weekly/");
        assertThat(check.summary())
                .startsWith("**Failed\\: 2 findings\\.**\n\n| Severity | Findings | New | Fixed |\n"
                        + "| --- | ---: | ---: | ---: |\n| Critical | 0 | 0 | 0 |\n| High | 25 | 25 | 0 |\n")
                .contains("| Total | 25 | 25 | 0 |\n\n- Server\\: production, scan result 77\n")
                .endsWith("\n### Verdicts\n\n- Violated \\(failure\\)\\: 2 findings\\.\n");
        assertThat(check.text())
                .startsWith("All findings in Jenkins: <https://jenkins.example.com/job/scan/7/weekly/>\n\n"
                        + "### The worst 20 of 25 new findings\n\n| Severity | Finding | Host |\n| --- | --- | --- |\n"
                        + "| High | HTTP Server Type | 10\\.0\\.0\\.0 443/TCP |\n")
                .contains("\n\n### Fix first\n\n- HTTP Server Type\\: Hide it\\. \\(25 findings on 25 hosts, ");
        assertThat(check.text().lines().filter(line -> line.startsWith("| High ")))
                .hasSize(20);
    }

    @ParameterizedTest
    @MethodSource
    void concludesWhatTheGatesSay(boolean compared, Verdict verdict, Conclusion conclusion, String title) {
        StateCounts counts = new StateCounts(
                        compared,
                        new Totals(1, 3, 0, 0, 8),
                        compared ? TWO_HIGH : Totals.NONE,
                        Totals.NONE,
                        Totals.NONE,
                        Totals.NONE)
                .withOverdue(new Totals(1, 0, 0, 0, 0));
        RecordSummary summary = new RecordSummary(counts, verdict);

        assertThat(Conclusion.of(summary)).isEqualTo(conclusion);
        assertThat(CheckTitle.of(summary, "")).isEqualTo(title);
    }

    static Stream<Arguments> concludesWhatTheGatesSay() {
        String compared = "2 new High, 1 overdue";
        String not = "12 findings, not compared, 1 overdue";
        Verdict inactive = new Verdict(
                List.of(new GateVerdict(gate(Gate.Result.FAILURE), GateVerdict.State.INACTIVE, 0, "")), false);
        QualityVerdict quality = new QualityVerdict(
                QualityVerdict.Condition.PLUGIN_FEED_DAYS, 7, GateVerdict.State.VIOLATED, Gate.Result.UNSTABLE, "old");
        return Stream.of(
                Arguments.of(true, Verdict.NONE, Conclusion.NEUTRAL, compared),
                Arguments.of(true, gates(Gate.Result.FAILURE, false, 1), Conclusion.SUCCESS, compared + "; passed"),
                Arguments.of(
                        true, gates(Gate.Result.FAILURE, true, 1), Conclusion.FAILURE, compared + "; gate violated"),
                Arguments.of(
                        true,
                        gates(Gate.Result.UNSTABLE, true, 2),
                        Conclusion.FAILURE,
                        compared + "; 2 gates violated"),
                Arguments.of(true, gates(Gate.Result.STAGE, true, 1), Conclusion.NEUTRAL, compared + "; gate violated"),
                Arguments.of(false, Verdict.NONE, Conclusion.NEUTRAL, not),
                Arguments.of(false, inactive, Conclusion.NEUTRAL, not + "; gates inactive"),
                Arguments.of(false, gates(Gate.Result.FAILURE, false, 1), Conclusion.NEUTRAL, not + "; passed"),
                Arguments.of(false, gates(Gate.Result.FAILURE, true, 1), Conclusion.FAILURE, not + "; gate violated"),
                Arguments.of(
                        true,
                        new Verdict(List.of(), true, true, List.of(quality)),
                        Conclusion.FAILURE,
                        compared + "; no host was scanned, findings are missing, scan quality violated"));
    }

    @Test
    void saysWhatThePassedGatesDidNotSee() {
        StateCounts counts = new StateCounts(true, TWO_HIGH, Totals.NONE, TWO_HIGH, Totals.NONE, Totals.NONE);
        RecordSummary passed = new RecordSummary(counts, gates(Gate.Result.FAILURE, false, 1));
        assertThat(CheckTitle.of(passed, "partial scan")).isEqualTo("No new findings; partial scan, passed");
        assertThat(CheckTitle.of(passed, "no host was scanned"))
                .isEqualTo("No new findings; no host was scanned, passed");
    }

    @Test
    void listsViolationsFirst() throws IOException {
        List<GateVerdict> held = new ArrayList<>(Collections.nCopies(
                12, new GateVerdict(gate(Gate.Result.FAILURE), GateVerdict.State.PASSED, 0, "held")));
        QualityVerdict quality = new QualityVerdict(
                QualityVerdict.Condition.PLUGIN_FEED_DAYS, 7, GateVerdict.State.VIOLATED, Gate.Result.UNSTABLE, "old");
        Documents documents = new Documents(directory).judged(new Verdict(held, false, false, List.of(quality)));

        assertThat(documents.check().summary())
                .contains("### Verdicts\n\n- Violated \\(unstable\\)\\: old\\.\n- Passed")
                .endsWith("- 1 more verdicts are on the page\\.\n");
        assertThat(documents.mail().text())
                .contains("Verdicts:\n- Violated (unstable): old.\n- Passed")
                .contains("- 1 more verdicts are on the page.\n");
    }

    @Test
    void saysThatNewFindingsCannotBeListed() {
        StateCounts counts = new StateCounts(true, TWO_HIGH, TWO_HIGH, Totals.NONE, Totals.NONE, Totals.NONE);
        RecordSummary summary = new RecordSummary(counts, Verdict.NONE);
        DocumentHeader header = Documents.header("Weekly scan", List.of(), "");
        String sentence = "The new findings cannot be listed, because they could not be read again.";

        assertThat(CheckReport.of(header, summary, List.of()).text())
                .contains("### New findings\n\n- " + sentence.replace(".", "\\."));
        assertThat(RecordMail.of(header, summary, List.of()).text()).contains("New findings:\n- " + sentence);
        assertThat(RecordMail.of(header, summary, List.of()).html()).contains("<li>" + sentence + "</li>");
    }

    @Test
    void saysThatNothingIsNew() {
        StateCounts counts = new StateCounts(true, TWO_HIGH, Totals.NONE, TWO_HIGH, Totals.NONE, Totals.NONE);
        assertThat(CheckTitle.of(new RecordSummary(counts, Verdict.NONE), "")).isEqualTo("No new findings");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextsAreTexts(String text) throws IOException {
        Documents documents = new Documents(directory)
                .about(text)
                .judged(new Verdict(
                        Collections.nCopies(
                                50, new GateVerdict(gate(Gate.Result.STAGE), GateVerdict.State.VIOLATED, 2, text)),
                        false));
        for (int i = 0; i < (text.length() > 10_000 ? 3 : 30); i++) {
            documents.add(
                    finding()
                            .plugin(HostileTexts.of(text + i).plugin())
                            .host(HostileTexts.of(text).host())
                            .port(i)
                            .build(),
                    FindingState.NEW);
        }
        CheckReport check = documents.check();

        for (String markdown : List.of(check.summary(), check.text())) {
            assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(CheckReport.MOST_BYTES);
            assertThat(active(markdown)).isEmpty();
            assertThat(markdown)
                    .doesNotContainPattern("[\\u0000-\\u0009\\u000B-\\u001F\\u202A-\\u202E\\u2066-\\u2069]");
        }
        assertThat(check.title()).hasSizeLessThan(200);
        assertThat(check.text().lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(
                        line -> assertThat(line.replaceAll("\\\\.", "").chars().filter(c -> c == '|'))
                                .hasSize(4));
    }

    /** Returns the links, images and HTML of a text. */
    private static List<String> active(String markdown) {
        Node document = Parser.builder().build().parse(markdown);
        List<String> active = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                active.add(link.getDestination());
            }

            @Override
            public void visit(Image image) {
                active.add(image.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                active.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                active.add(html.getLiteral());
            }
        });
        return active;
    }

    private static Verdict gates(Gate.Result result, boolean violated, int number) {
        GateVerdict.State state = violated ? GateVerdict.State.VIOLATED : GateVerdict.State.PASSED;
        return new Verdict(Collections.nCopies(number, new GateVerdict(gate(result), state, 2, "2 findings")), false);
    }

    private static Gate gate(Gate.Result result) {
        return new Gate(1, Severity.HIGH, Gate.Type.NEW, GateCondition.NONE, result);
    }
}
