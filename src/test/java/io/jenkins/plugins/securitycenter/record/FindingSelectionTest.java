package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingSelectionTest {

    @ParameterizedTest
    @CsvSource({
        "INFO, '', INFO",
        "HIGH, '', HIGH",
        "HIGH, '', CRITICAL",
        "INFO, 'High,critical', HIGH",
        "INFO, '4,3,2', HIGH",
        "MEDIUM, Critical, CRITICAL"
    })
    void takesGatesThatCountRecordedFindings(Severity minimum, String filter, Severity gate) {
        assertThatCode(() -> check(minimum, filter, gate)).doesNotThrowAnyException();
    }

    /** Such a gate would pass whatever there is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HIGH | ''       | MEDIUM   | minimumSeverity "High"
            LOW  | ''       | INFO     | minimumSeverity "Low"
            INFO | Critical | HIGH     | the filter severity
            INFO | High     | HIGH     | the filter severity
            INFO | 3,1      | CRITICAL | the filter severity
            """)
    void refusesGatesThatCountFindingsThatAreLeftOut(Severity minimum, String filter, Severity gate, String by) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(minimum, filter, gate))
                .withMessage("gate severity \"" + gate.label() + "\" counts findings that " + by
                        + " leaves out; use a more severe one for the gate, or record these findings.");
    }

    @ParameterizedTest
    @CsvSource({
        "port, '80,443', port, 443",
        "port, '80,443', port, 1-1024",
        "port, '80,443', host, 192.0.2.1",
        "cve, 'cve-2021-44228,CVE-2024-3094', cve, CVE-2024-3094",
        "family, 'Web Servers,Windows', pluginFamily, web servers",
        "family, 11, pluginFamily, Web Servers",
        "exploitAvailable, true, exploitAvailable, true",
        "exploitAvailable, false, exploitAvailable, false",
        "vpr, 4-6.9, minimumCvss, 7",
        "cvss, 4-10, minimumCvss, 7",
        "vpr, 4, minimumVpr, 10",
        "plugin, 19506, port, 443",
        "pluginText, x, port, 443",
        "cveID, CVE-2024-3094, cve, CVE-2024-3094",
        "cveID, ~CVE-2024, cve, CVE-2024-3094",
        "vprScore, 4-10, minimumVpr, 7",
        "cvssV3BaseScore, high, minimumCvss, 7"
    })
    void takesGatesOnWhatTheFiltersSelect(String filter, String values, String field, String value) {
        assertThatCode(() -> check(Map.of(filter, TextNode.valueOf(values)), gate(field, value)))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotUnderstandFiltersInTheFormatOfTheApi() {
        JsonNode family = JsonNodeFactory.instance.arrayNode().addObject().put("id", "11");

        assertThatCode(() -> check(Map.of("family", family), gate("pluginFamily", "Windows")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "port, '80,443', port, 8443, port",
        "port, '80,443', port, '443,8000-8099', port",
        "cve, CVE-2021-44228, cve, CVE-2024-3094, cve",
        "cve, CVE-2021-44228, cve, 'CVE-2021-44228,CVE-2024-3094', cve",
        "family, Web Servers, pluginFamily, Windows, pluginFamily",
        "exploitAvailable, FALSE, exploitAvailable, true, exploitAvailable",
        "vpr, 4-6.9, minimumVpr, 7.0, minimumVpr",
        "vpr, 4-6.9, minimumVpr, 5.0, minimumVpr",
        "cvss, 0-6.9, minimumCvss, 7.0, minimumCvss",
        "cveID, 'cve-2021-44228,CVE-2024-3095', cve, CVE-2024-3094, cve",
        "vprScore, 4-6.9, minimumVpr, 7.0, minimumVpr",
        "cvssV3BaseScore, 0-6.9, minimumCvss, 7.0, minimumCvss"
    })
    void refusesGatesOnWhatTheFiltersLeaveOut(String filter, String values, String field, String value, String named) {
        String last = value.substring(value.indexOf(',') + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(Map.of(filter, TextNode.valueOf(values)), gate(field, value)))
                .withMessage("gate " + named + " \"" + last + "\" counts findings that the filter " + filter
                        + " leaves out; use another one for the gate, or record these findings.");
    }

    private static void check(Map<String, JsonNode> filters, GateCondition condition) {
        new FindingSelection(SourceType.CUMULATIVE, "", filters, Severity.INFO)
                .check(List.of(new Gate(1, Severity.INFO, Gate.Type.TOTAL, condition, Gate.Result.UNSTABLE)));
    }

    private static GateCondition gate(String field, String value) {
        return new GateCondition(
                field.equals("exploitAvailable") && value.equals("true"),
                field.equals("minimumCvss") ? Double.parseDouble(value) : 0,
                field.equals("minimumVpr") ? Double.parseDouble(value) : 0,
                field.equals("pluginFamily") ? value : "",
                RiskCondition.NONE,
                new ScopeCondition(
                        field.equals("cve") ? ScopeCondition.entries(value) : List.of(),
                        field.equals("host") ? ScopeCondition.entries(value) : List.of(),
                        field.equals("port") ? ScopeCondition.entries(value) : List.of()));
    }

    private static void check(Severity minimum, String filter, Severity severity) {
        Map<String, JsonNode> filters = filter.isEmpty() ? Map.of() : Map.of("severity", TextNode.valueOf(filter));
        new FindingSelection(SourceType.CUMULATIVE, "", filters, minimum)
                .check(List.of(new Gate(1, severity, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.UNSTABLE)));
    }
}
