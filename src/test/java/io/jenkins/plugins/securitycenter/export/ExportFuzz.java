package io.jenkins.plugins.securitycenter.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.fuzz.FuzzInput;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Findings with arbitrary texts in each format, read back by readers that forgive nothing. */
public final class ExportFuzz {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 4;

    private ExportFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzInput input = new FuzzInput(bytes);
        ExportFormat format = input.one(ExportFormat.values());
        ExportOptions options = new ExportOptions(
                "weekly",
                "",
                input.one(ExportOptions.Grouping.values()),
                input.one(Severity.values()),
                input.next() % 2 == 1,
                new SarifSelection(SarifSelection.DEFAULT_LIMIT, true),
                CsvColumn.DEFAULT,
                false,
                RecordedBuild.UNKNOWN);
        Map<Finding, FindingState> findings = new LinkedHashMap<>();
        Set<String> places = new HashSet<>();
        while (!input.empty() && findings.size() < MOST) {
            Finding finding = finding(input);
            // the tests of a suite have different names, and ids are those of different plugins
            if (places.add(
                    finding.plugin().id() + "\n" + FindingLocation.host(finding.host()) + "\n" + finding.port())) {
                findings.put(finding, input.one(FindingState.values()));
            }
        }
        String text = Exports.text(format, options, findings);
        long shown = findings.values().stream().filter(FindingState::exported).count();
        switch (format) {
            case CSV -> check(CsvFile.lines(text).size(), findings.size() + 1L);
            case JSONL -> {
                for (String line : text.split("\n")) {
                    JSON.readTree(line);
                }
            }
            case JUNIT -> check(new JUnitDocument(text).number("count(//testcase)"), shown);
            case DEFECTDOJO -> {
                JsonNode document = JSON.readTree(text);
                DefectDojoSchema.validate(document);
                check(document.get("findings").size(), shown);
            }
            case SARIF -> {
                JsonNode document = JSON.readTree(text);
                SarifSchema.validate(document);
                check(document.at("/runs/0/results").size(), shown);
            }
        }
    }

    private static Finding finding(FuzzInput input) {
        Plugin plugin = new Plugin(
                input.text(),
                input.text(),
                input.text(),
                input.text(),
                input.text(),
                input.text(),
                List.of(input.text()),
                List.of(input.text()),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());
        Host host = new Host(input.text(), input.text(), input.text(), input.text(), input.text(), input.text());
        return SampleFinding.finding()
                .plugin(plugin)
                .host(host)
                .severity(input.one(Severity.values()))
                .port(input.next())
                .output(input.text())
                .build();
    }

    private static void check(long found, long expected) {
        if (found != expected) {
            throw new AssertionError(found + " findings were read, " + expected + " were written.");
        }
    }
}
