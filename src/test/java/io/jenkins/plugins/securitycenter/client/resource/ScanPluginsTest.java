package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanPluginsTest {

    private static final String POLICY =
            "{\"id\":\"12\",\"name\":\"Weekly\",\"families\":[{\"name\":\"Misc.\",\"state\":\"enabled\"}]}";

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @ParameterizedTest
    @CsvSource({"active, /scan/5", "agent, /agentScan/5"})
    void asksForThePolicyOfTheDefinition(String type, String path) throws Exception {
        script.says("GET " + path, "{\"id\":\"5\",\"policy\":{\"id\":\"12\",\"name\":\"Weekly\"}}")
                .says("GET /policy/12", POLICY);
        assertThat(plugins(",\"scan\":{\"id\":\"5\"},\"details\":\"Weekly\",\"resultType\":\"" + type + "\"")
                        .families())
                .containsExactly("misc.");
        assertThat(script.asked()).hasSize(2);
    }

    @Test
    void doesNotTakeAPolicyThatTheScanUsesOnlyNow() throws Exception {
        script.says("GET /scan/5", "{\"id\":\"5\",\"policy\":{\"id\":\"12\",\"name\":\"Weekly\"}}");
        assertThat(plugins(",\"scan\":{\"id\":\"5\"},\"details\":\"Daily\"").known())
                .isFalse();
    }

    @Test
    void findsThePolicyByItsNameIfTheDefinitionIsGone() throws Exception {
        script.says("GET /policy", "{\"usable\":[{\"id\":\"12\",\"name\":\"Weekly\"}],\"manageable\":[]}")
                .says("GET /policy/12", POLICY);
        assertThat(plugins(",\"scan\":{\"id\":-1},\"details\":\"Weekly\"").known())
                .isTrue();
        assertThat(plugins(",\"scan\":{\"id\":-1},\"details\":\"Weekl\"").known())
                .isFalse();
        assertThat(plugins(",\"scan\":{\"id\":-1}").known()).isFalse();
    }

    @Test
    void asksNothingAboutAScanOfASinglePlugin() throws Exception {
        assertThat(plugins(",\"scan\":{\"id\":\"5\"},\"details\":\"Plugin #12302\""))
                .isEqualTo(PolicyPlugins.ofPlugin("12302"));
        assertThat(script.asked()).isEmpty();
    }

    private PolicyPlugins plugins(String fields) throws Exception {
        String result = "{\"id\":\"1\",\"status\":\"Completed\"" + fields + "}";
        return new ScanPlugins(server).of(ScanCoverage.of(Attributes.of(new ObjectMapper().readTree(result))));
    }
}
