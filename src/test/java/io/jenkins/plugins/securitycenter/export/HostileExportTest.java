package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers that are not ours get the texts of {@link HostileTexts} out of every export as they were put in. */
class HostileExportTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String LONE = "[\\uD800-\\uDFFF]";
    private static final String FORBIDDEN_IN_XML = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]";
    private static final String CONTROL = "[\\x7F-\\x9F]";
    private static final String DIRECTION = "[\\u202A-\\u202E\\u2066-\\u2069]";

    static Stream<String> texts() {
        return HostileTexts.all();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void csv(String text) throws IOException {
        String wanted = replaced(text, LONE, FORBIDDEN_IN_XML, CONTROL);
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(export(ExportFormat.CSV, text)))) {
            List<CSVRecord> lines = parser.getRecords();
            List<String> values = lines.get(1).toList();

            assertThat(lines).hasSize(2);
            assertThat(lines.get(0).toList()).isEqualTo(Exports.HEADER);
            assertThat(values).hasSameSizeAs(Exports.HEADER);
            assertThat(values).noneMatch(value -> value.matches("(?s)[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*"));
            assertThat(value(values, "output").replaceFirst("^'(?=[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])", ""))
                    .isEqualTo(wanted);
            assertThat(value(values, "pluginName")).isEqualTo(value(values, "output"));
            assertThat(value(values, "dnsName")).isEqualTo(value(values, "output"));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void jsonLines(String text) throws IOException {
        String line = export(ExportFormat.JSONL, text);
        JsonNode finding = STRICT.readTree(line);
        LineSchema.FINDINGS.validate(finding);

        assertThat(line).endsWith("}\n").matches("[^\r\n]*\n");
        assertThat(finding.get("output").textValue()).isEqualTo(replaced(text, LONE));
        assertThat(finding.at("/plugin/cves/1").textValue()).isEqualTo(replaced(text, LONE));
        assertThat(finding.at("/host/dnsName").textValue()).isEqualTo(replaced(text, LONE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void junit(String text) {
        JUnitDocument document = new JUnitDocument(export(ExportFormat.JUNIT, text));
        String wanted = replaced(text, LONE, FORBIDDEN_IN_XML).replaceAll("\r\n?", "\n");

        assertThat(document.number("count(//testcase)")).isEqualTo(1);
        assertThat(document.texts("//failure").get(0).replace("\r", "\n")).startsWith(wanted.replace("\r", "\n"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sarif(String text) throws IOException {
        JsonNode document = STRICT.readTree(export(ExportFormat.SARIF, text));
        SarifSchema.validate(document);
        GitHubSarif.validate(document);
        JsonNode run = document.at("/runs/0");
        String output = run.at("/results/0/properties/output").textValue();

        assertThat(run.get("results")).hasSize(1);
        if (text.length() <= 1_024) {
            assertThat(output).isEqualTo(replaced(text, LONE));
        } else {
            assertThat(output).hasSizeLessThanOrEqualTo(1_024).endsWith("\u2026");
            assertThat(text).startsWith(output.substring(0, output.length() - 1));
        }
        for (String shown : List.of(
                "/results/0/message/text",
                "/tool/driver/rules/0/name",
                "/tool/driver/rules/0/shortDescription/text",
                "/tool/driver/rules/0/help/text",
                "/tool/driver/rules/0/help/markdown")) {
            assertThat(run.at(shown).textValue().replaceAll(LONE + "|" + DIRECTION + "|" + CONTROL, "?"))
                    .isEqualTo(run.at(shown).textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void markdownOfSarif(String text) throws IOException {
        assertInert(
                STRICT.readTree(export(ExportFormat.SARIF, text))
                        .at("/runs/0/tool/driver/rules/0/help/markdown")
                        .textValue(),
                text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void defectDojo(String text) throws IOException {
        JsonNode document = STRICT.readTree(export(ExportFormat.DEFECTDOJO, text));
        DefectDojoSchema.validate(document);
        JsonNode finding = document.at("/findings/0");
        String output = replaced(text, LONE, FORBIDDEN_IN_XML, CONTROL, DIRECTION);

        assertThat(document.get("findings")).hasSize(1);
        assertThat(words(finding.path("steps_to_reproduce").asText()))
                .startsWith(words(output.substring(0, Math.min(output.length(), 9_000))));
        assertInert(finding.get("description").textValue(), text);
        assertInert(finding.path("mitigation").asText(), text);
        assertInert(finding.path("references").asText(), text);
    }

    /** Asserts that the text is in the Markdown, as text only; a reader may make links of addresses that it sees. */
    private static void assertInert(String markdown, String text) {
        Node document = Parser.builder().build().parse(markdown);
        Node linked = Parser.builder()
                .extensions(List.of(AutolinkExtension.create()))
                .build()
                .parse(markdown);
        String shown = TextContentRenderer.builder().build().render(document);
        String wanted = replaced(text, LONE, FORBIDDEN_IN_XML, CONTROL, DIRECTION);

        assertThat(active(document)).as(markdown).isEmpty();
        assertThat(active(linked)).as(markdown).allSatisfy(node -> {
            Link link = (Link) node;
            String address = ((Text) link.getFirstChild()).getLiteral();
            assertThat(link.getDestination()).isIn(address, "http://" + address, "mailto:" + address);
        });
        assertThat(words(shown)).contains(words(wanted.substring(0, Math.min(wanted.length(), 400))));
    }

    private static List<Node> active(Node document) {
        List<Node> active = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                if (parent instanceof Link || parent instanceof Image || parent instanceof Heading) {
                    active.add(parent);
                }
                super.visitChildren(parent);
            }

            @Override
            public void visit(HtmlBlock node) {
                active.add(node);
            }

            @Override
            public void visit(HtmlInline node) {
                active.add(node);
            }

            @Override
            public void visit(Code node) {
                active.add(node);
            }

            @Override
            public void visit(FencedCodeBlock node) {
                active.add(node);
            }

            @Override
            public void visit(IndentedCodeBlock node) {
                active.add(node);
            }

            @Override
            public void visit(ThematicBreak node) {
                active.add(node);
            }
        });
        return active;
    }

    private static String words(String text) {
        return text.replaceAll("(?U)\\s+", "");
    }

    private static String value(List<String> values, String column) {
        return values.get(Exports.HEADER.indexOf(column));
    }

    private static String replaced(String text, String... forbidden) {
        return text.replaceAll(String.join("|", forbidden), "\uFFFD");
    }

    private static String export(ExportFormat format, String text) {
        Finding finding = HostileTexts.of(text);
        return Exports.text(format, finding);
    }
}
