package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingExportsTest {

    @ParameterizedTest
    @CsvSource({
        "out.json, out.json",
        "x/out.json, x//out.json",
        "out.json, ./out.json",
        "x/out.json, x/./out.json",
        "x/out.json, x\\out.json",
        "out.json, out.json.",
        "x/Out.json, ./x/out.json"
    })
    void refusesOneFileForTwoExports(String sarif, String jsonl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exports(sarif, jsonl))
                .withMessage("exports.sarif \"" + sarif + "\" and exports.jsonl \"" + jsonl
                        + "\" are the same file; use a different file for each export.");
    }

    @Test
    void refusesFilesThatDifferOnlyInCase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exports("out.json", "OUT.json"))
                .withMessage("exports.sarif \"out.json\" and exports.jsonl \"OUT.json\" differ only in letter"
                        + " case; use a"
                        + " different file for each export.");
    }

    @ParameterizedTest
    @CsvSource({"out.json, x/out.json", "a/b.json, ab.json", "a.json, a.jsonl", "'', ''", "a.json, ''"})
    void takesDifferentFiles(String sarif, String jsonl) {
        assertThatCode(() -> exports(sarif, jsonl)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheFileOfAnExportForTheHtml() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new FindingExports(Map.of(ExportFormat.SARIF, "out"), "./out", "", ExportOptions.DEFAULT))
                .withMessage("exports.sarif \"out\" and exports.html \"./out\" are the same file; use a different file"
                        + " for each export.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FindingExports(Map.of(), "../out", "", ExportOptions.DEFAULT))
                .withMessageContaining("exports.html");
    }

    @Test
    void refusesTheFileOfAnotherExportForTheHosts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FindingExports(Map.of(), "out", "./out", ExportOptions.DEFAULT))
                .withMessage("exports.html \"out\" and exports.hosts \"./out\" are the same file; use a different file"
                        + " for each export.");
    }

    private static FindingExports exports(String sarif, String jsonl) {
        return new FindingExports(
                Map.of(ExportFormat.SARIF, sarif, ExportFormat.JSONL, jsonl), "", "", ExportOptions.DEFAULT);
    }
}
