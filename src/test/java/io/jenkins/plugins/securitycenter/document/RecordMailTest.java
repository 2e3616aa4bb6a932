package io.jenkins.plugins.securitycenter.document;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordMailTest {

    private static final int LIMIT = 60 * 1024;

    @TempDir
    Path directory;

    static Stream<String> hostile() {
        return HostileTexts.all();
    }

    @Test
    void saysWhatMatters() throws IOException {
        Documents documents = new Documents(directory).judged(violated("2 new findings, none allowed", 1));
        for (int i = 0; i < 12; i++) {
            documents.add(finding().ip("10.0.0." + i).severity(Severity.HIGH).build(), FindingState.NEW);
        }
        RecordMail mail = documents.mail();

        assertThat(mail.text())
                .startsWith(
                        "Weekly scan, scan #7\nFailed: 2 new findings, none allowed.\n\nServer: production, scan result"
                                + " 77\n")
                .contains("Compared with: scan #6\n")
                .contains(
                        "Severity      Findings         New       Fixed\nCritical             0           0           0\n"
                                + "High                12          12           0\n")
                .contains("\nVerdicts:\n- Violated (failure): 2 new findings, none allowed.\n")
                .contains("\nThe worst 10 of 12 new findings:\n- High | HTTP Server Type | 10.0.0.0 443/TCP\n")
                .contains("\nFix first:\n- HTTP Server Type: Hide it. (12 findings on 12 hosts, ")
                .endsWith("\nAll findings in Jenkins: https://jenkins.example.com/job/scan/7/weekly/\n");
        HtmlDocument html = HtmlDocument.parse(mail.html());
        assertThat(html.texts("//h2")).containsExactly("Verdicts", "The worst 10 of 12 new findings", "Fix first");
        assertThat(html.texts("//a/@href")).containsExactly("https://jenkins.example.com/job/scan/7/weekly/");
        assertThat(html.texts("//table[1]//tr[last()]/*")).containsExactly("Total", "12", "12", "0");
        assertThat(html.texts("//table[2]//tr")).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isSmallAndEscaped(String text) throws IOException {
        Documents documents = new Documents(directory).about(text).judged(violated(text, 50));
        for (int i = 0; i < 20; i++) {
            documents.add(
                    finding()
                            .plugin(HostileTexts.of(text).plugin())
                            .host(HostileTexts.of(text).host())
                            .port(i)
                            .build(),
                    FindingState.NEW);
        }
        RecordMail mail = documents.mail();
        HtmlDocument html = HtmlDocument.parse(mail.html());

        assertThat(mail.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LIMIT);
        assertThat(mail.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LIMIT);
        assertThat(html.texts("//script | //img | //a | //style | //@*[starts-with(name(), 'on')]"))
                .isEmpty();
        assertThat(mail.text()).doesNotContainPattern("[\\u0000-\\u0008\\u000B-\\u001F\\u202A-\\u202E\\u2066-\\u2069]");
        assertThat(mail.text().lines()).noneMatch(line -> line.length() > 400);
    }

    @Test
    void isSmallWithTheLongestTexts() throws IOException {
        for (String text : new String[] {"<".repeat(5_000), "&".repeat(5_000), "\u4E2D".repeat(5_000)}) {
            isSmallAndEscaped(text);
        }
    }

    private static Verdict violated(String sentence, int number) {
        Gate gate = new Gate(1, Severity.HIGH, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE);
        return new Verdict(
                Collections.nCopies(number, new GateVerdict(gate, GateVerdict.State.VIOLATED, 2, sentence)), false);
    }
}
