package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of findings that are not understood end the reading with a sentence about the row. */
class NotUnderstoodTest {

    private static final AnalysisQuery QUERY = AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE);
    private static final String START = "SecurityCenter \"scripted\": could not read the findings: ";

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'pluginID':'19506','ip':'192.0.2.1','severity':{'id':'5'}}|severity {'id':'5'} of plugin 19506 on"
                        + " 192.0.2.1 (row 3) is not valid; expected Critical, High, Medium, Low or Info, or a number from 0"
                        + " to 4.",
                "{'pluginID':'19506','dnsName':'a.example'}|severity of plugin 19506 on a.example (row 3) is missing;"
                        + " expected Critical, High, Medium, Low or Info, or a number from 0 to 4.",
                "{'pluginID':'19506','severity':'1','ip':'192.0.2.1','port':70000}|port 70000 of plugin 19506 on"
                        + " 192.0.2.1 (row 3) is not valid; expected a port from 0 to 65535.",
                "{'severity':'4','ip':'192.0.2.1'}|pluginID on 192.0.2.1 (row 3) is missing; expected an ID.",
                "'x'|row 'x' (row 3) is not valid; expected an object.",
                "{}|row {} (row 3) is not valid; expected an object.",
                "null|row null (row 3) is not valid; expected an object.",
            })
    void namesTheRow(String row, String sentence) {
        String good = "{'pluginID':'1','severity':{'id':'1'},'ip':'192.0.2.9'},";
        says("{'totalRecords':'3','results':[" + good + good.replace("'1'", "'2'") + row + "]}");
        List<Finding> read = new ArrayList<>();
        assertThatThrownBy(() -> new Analysis(server).read(QUERY, read::add))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage(START + sentence.replace('\'', '"'));
        assertThat(script.asked()).hasSize(1);
    }

    @Test
    void readsTotalsInEveryShape() throws Exception {
        says("{'results':[{'severity':{'id':'4','name':'Critical'},'count':'1'},{'severity':'High','count':2},"
                + "{'severity':2,'count':'3.0'},{'severity':{'name':'Low'},'count':4},{'severity':['0'],'count':5}]}");
        assertThat(new Analysis(server).totals(QUERY)).isEqualTo(new Totals(1, 2, 3, 4, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'severity':{'id':'5'},'count':'7'}|severity {'id':'5'} (row 2) is not valid; expected Critical,",
                "{'count':'7'}|severity (row 2) is missing; expected Critical,",
                "{'severity':'4'}|count (row 2) is missing; expected a whole number",
                "{'severity':'4','count':''}|count '' (row 2) is not valid; expected a whole number",
                "{'severity':'4','count':'-1'}|count '-1' (row 2) is not valid; expected a whole number",
                "{'severity':'4','count':1e400}|count 1E+400 (row 2) is not valid; expected a whole number",
                "{'severity':'4','count':18446744073709551617}|count 18446744073709551617 (row 2) is not valid;",
                "'x'|row 'x' (row 2) is not valid; expected an object.",
            })
    void refusesTotalsThatAreNotUnderstood(String row, String sentence) {
        says("{'results':[{'severity':{'id':'3'},'count':'1'}," + row + "]}");
        assertThatThrownBy(() -> new Analysis(server).totals(QUERY))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageStartingWith(START + sentence.replace('\'', '"'));
    }

    @Test
    void countsRowsAcrossPages() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < AnalysisQuery.ROWS; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{'pluginID':'")
                    .append(i + 1)
                    .append("','severity':'1','ip':'192.0.2.1'}");
        }
        String total = "{'totalRecords':'" + (AnalysisQuery.ROWS + 1) + "','results':[";
        script.says(
                "POST /analysis",
                (total + rows + "]}").replace('\'', '"'),
                (total + "{'pluginID':'7','severity':'x'}]}").replace('\'', '"'));
        assertThatThrownBy(() -> new Analysis(server).read(QUERY, finding -> {}))
                .hasMessageContaining(
                        "severity \"x\" of plugin 7 (row " + (AnalysisQuery.ROWS + 1) + ") is not valid;");
    }

    @Test
    void readsHostsThatHaveNoPlugin() throws Exception {
        says(
                "{'totalRecords':'1','results':[{'ip':'192.0.2.1','score':'x','severityInfo':'7','repository':{'id':'1'}}]}");
        List<Finding> hosts = new ArrayList<>();
        new Analysis(server).hosts(QUERY, hosts::add);
        assertThat(hosts).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(hosts.get(0).host().ip()).isEqualTo("192.0.2.1");
    }

    private void says(String payload) {
        script.says("POST /analysis", payload.replace('\'', '"'));
    }
}
