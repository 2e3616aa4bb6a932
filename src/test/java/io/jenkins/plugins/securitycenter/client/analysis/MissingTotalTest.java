package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not say how many findings there are. */
class MissingTotalTest {

    private static final String NONE = "{'results':[]}";
    private static final String ONE = "{'results':[{'pluginID':'1','severity':{'id':'1'},'ip':'192.0.2.9'}]}";

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final List<Finding> read = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @Test
    void isMadeUpForByTheNumbersOfSeverities() throws Exception {
        says(ONE, NONE, bySeverity(1));

        assertThat(read()).isEqualTo(1);
        assertThat(script.asked().get(2).json().at("/query/tool").asText()).isEqualTo("sumseverity");
    }

    @Test
    void refusesFewerThanTheNumbersOfSeverities() {
        says(ONE, NONE, bySeverity(3));

        assertThatThrownBy(this::read)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageEndingWith("the server returned 1 of 3 findings.");
    }

    @ParameterizedTest
    @ValueSource(strings = {NONE, ONE, "[]", "{'results':[{'severity':'many','count':'0'}]}"})
    void takesFindingsAlsoWhereNothingElseTells(String numbers) throws Exception {
        says(ONE, NONE, numbers);

        assertThat(read()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NONE, "[]", "{'results':[{'severity':'many','count':'0'}]}"})
    void refusesNoFindingsWhereNothingElseTells(String numbers) {
        says(NONE, NONE, numbers);

        assertThatThrownBy(this::read)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageEndingWith("the response contains neither findings nor their total.");
    }

    @Test
    void takesNoFindingsThatTheNumbersOfSeveritiesConfirm() throws Exception {
        says(NONE, NONE, bySeverity(0));

        assertThat(read()).isZero();
    }

    private long read() throws Exception {
        return new Analysis(server).read(AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE), read::add);
    }

    private static String bySeverity(int low) {
        return "{'results':[{'severity':{'id':'4'},'count':'0'},{'severity':{'id':'1'},'count':'" + low + "'}]}";
    }

    private void says(String... answers) {
        for (String answer : answers) {
            script.says("POST /analysis", answer.replace('\'', '"'));
        }
    }
}
