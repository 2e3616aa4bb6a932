package io.jenkins.plugins.securitycenter.document;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

    @TempDir
    Path directory;

    static Stream<String> hostile() {
        return HostileTexts.all();
    }

    @Test
    void saysWhatTheRecordSays() throws IOException {
        Documents documents = new Documents(directory)
                .add(finding().ip("10.0.0.1").severity(Severity.CRITICAL).build(), FindingState.NEW)
                .add(finding().ip("10.0.0.2").port(22).build(), FindingState.OUTSTANDING)
                .add(finding().ip("10.0.0.9").build(), FindingState.FIXED)
                .add(new RecordedFinding(
                        finding().ip("10.0.0.3").build(),
                        FindingState.NEW,
                        Optional.of(new Suppression("plugin 10107", LocalDate.of(2027, 3, 31), "Own authority")),
                        Optional.empty(),
                        false))
                .add(new RecordedFinding(
                        finding().ip("10.0.0.2").port(80).build(),
                        FindingState.NEW,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 1, 31)),
                        true));
        HtmlDocument html = HtmlDocument.parse(documents.html());

        assertThat(html.texts("//h1")).containsExactly("Weekly scan: findings of scan #7");
        assertThat(html.texts("//title")).containsExactly("Weekly scan: findings of scan #7");
        assertThat(html.texts("//h2"))
                .containsExactly(
                        "Findings by severity",
                        "Quality gates",
                        "Quality of the scan",
                        "Fix first",
                        "Due and overdue",
                        "Suppressed and accepted",
                        "Findings by host");
        assertThat(html.texts("//dd"))
                .containsExactly("scan #7", "2026-11-29 12:35 UTC+01:00", "production", "77", "scan #6");
        assertThat(html.texts("//table[@class='host']/caption"))
                .containsExactly("10.0.0.1: 1 finding", "10.0.0.2: 2 findings");
        assertThat(html.texts("//section[4]//tbody/tr/th")).containsExactly("HTTP Server Type: Hide it.");
        assertThat(html.texts("//section[5]//tbody/tr/th")).containsExactly("2026-01-31 Overdue");
        assertThat(html.texts("//section[6]//tbody/tr/*"))
                .containsExactly("plugin 10107", "2027-03-31", "Own authority", "1");
        assertThat(html.texts("//section[7]/p"))
                .containsExactly("All 3 findings are listed, those of the worst host first.");
    }

    @Test
    void marksWhatWasOverdueWhenItWasRecorded() throws IOException {
        Documents documents = new Documents(directory);
        for (int day = 28; day <= 30; day++) {
            documents.add(new RecordedFinding(
                    finding().port(day).build(),
                    FindingState.NEW,
                    Optional.empty(),
                    Optional.of(LocalDate.of(2026, 11, day)),
                    day < 30));
        }

        assertThat(HtmlDocument.parse(documents.html()).texts("//section[5]//tbody/tr/th"))
                .as("of a build that was scheduled on 29 November, and recorded on the next day")
                .containsExactly("2026-11-28 Overdue", "2026-11-29 Overdue", "2026-11-30");
    }

    @Test
    void loadsNothingAndRunsNothing() throws IOException {
        String html = new Documents(directory)
                .add(HostileTexts.of(HostileTexts.MARKUP), FindingState.NEW)
                .html();

        assertThat(HtmlDocument.parse(html)
                        .texts("//script | //img | //link | //iframe | //object | //@src | //@onerror"))
                .isEmpty();
        assertThat(html).contains("default-src 'none'").doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void escapesEveryText(String text) throws IOException {
        Finding finding = HostileTexts.of(text);
        String html = new Documents(directory)
                .about(text)
                .add(finding, FindingState.NEW)
                .add(new RecordedFinding(
                        finding()
                                .plugin(finding.plugin())
                                .host(finding.host())
                                .port(1)
                                .build(),
                        FindingState.NEW,
                        Optional.of(new Suppression(text, LocalDate.EPOCH, text)),
                        Optional.empty(),
                        false))
                .html();
        HtmlDocument document = HtmlDocument.parse(html);

        assertThat(document.texts("//h2")).hasSize(7);
        assertThat(document.texts("//@*[starts-with(name(), 'on')] | //script | //img | //style[position() > 1]"))
                .isEmpty();
        assertThat(document.texts("//a/@href")).allMatch(link -> link.startsWith("https://"));
        assertThat(html).doesNotContainPattern("[\\u0000-\\u0008\\u000B-\\u001F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE]");
        assertThat(html.length()).isLessThan(100_000);
    }

    @Test
    void staysBelowItsLimits() throws IOException {
        Documents documents = new Documents(directory);
        for (int i = 0; i < 5_001; i++) {
            documents.add(
                    finding().ip("10.0." + i / 250 + "." + i % 250).port(i).build(), FindingState.NEW);
        }
        String html = documents.html();

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(5_000_000);
        assertThat(HtmlDocument.parse(html).texts("//section[7]/p"))
                .containsExactly(
                        "The worst 5,000 of 5,001 findings are listed, those of the worst host first. Left out: 1.");
    }

    @Test
    void staysBelowItsLimitsWithLongTexts() throws IOException {
        Documents documents = new Documents(directory);
        for (int i = 0; i < 5_000; i++) {
            String text = i + "<".repeat(1_000);
            documents.add(
                    finding()
                            .plugin(HostileTexts.of(text).plugin())
                            .host(new Host("", "", text, "", "", ""))
                            .build(),
                    FindingState.NEW);
        }
        String html = documents.html();

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(4_900_000, 5_000_000);
        assertThat(HtmlDocument.parse(html).texts("//section[7]/p").get(0))
                .matches("The worst [\\d,]+ of 5,000 findings are listed, .* Left out: [\\d,]+\\.");
    }

    @Test
    void leavesOutTheMildestIfTextsAreLong() throws IOException {
        Documents documents = new Documents(directory);
        Host worst = new Host("", "", "worst.example.com", "", "", "");
        documents.add(finding().host(worst).severity(Severity.CRITICAL).build(), FindingState.NEW);
        documents.add(finding().host(worst).port(1).severity(Severity.CRITICAL).build(), FindingState.NEW);
        documents.add(
                finding()
                        .host(new Host("", "", "other.example.com", "", "", ""))
                        .severity(Severity.CRITICAL)
                        .build(),
                FindingState.NEW);
        for (int i = 0; i < 4_900; i++) {
            documents.add(
                    finding()
                            .plugin(HostileTexts.of(i + "<".repeat(1_000)).plugin())
                            .host(worst)
                            .severity(Severity.LOW)
                            .build(),
                    FindingState.NEW);
        }
        HtmlDocument html = HtmlDocument.parse(documents.html());

        assertThat(html.texts("//section[7]/p").get(0)).matches("The worst [\\d,]+ of 4,903 findings .*");
        assertThat(html.texts("//section[7]/table/caption")).last().isEqualTo("other.example.com: 1 finding");
        assertThat(html.texts("//section[7]/table[1]/caption"))
                .containsExactly("worst.example.com: "
                        + Digits.grouped(
                                html.texts("//section[7]/table[1]/tbody/tr").size()) + " findings");
    }

    @Test
    void saysThatThereAreNoFindings() throws IOException {
        HtmlDocument html = HtmlDocument.parse(new Documents(directory).html());

        assertThat(html.texts("//section[7]/p")).containsExactly("There are no findings.");
        assertThat(html.texts("//section[5]/p")).containsExactly("No finding has a due date.");
        assertThat(html.texts("//section[6]/p")).containsExactly("No finding is suppressed or accepted.");
    }

    @Test
    void mentionsNoticesFirst() throws IOException {
        assertThat(HtmlDocument.parse(new Documents(directory)
                                .noticing(List.of("No host was scanned."))
                                .html())
                        .texts("//header/p[@class='notice']"))
                .containsExactly("No host was scanned.");
    }
}
