package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.Map;
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

    private static void check(Severity minimum, String filter, Severity severity) {
        Map<String, JsonNode> filters = filter.isEmpty() ? Map.of() : Map.of("severity", TextNode.valueOf(filter));
        new FindingSelection(SourceType.CUMULATIVE, "", filters, minimum)
                .check(List.of(new Gate(1, severity, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.UNSTABLE)));
    }
}
