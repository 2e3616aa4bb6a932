package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPluginsTest {

    @ParameterizedTest
    @CsvSource({
        "enabled, '', true",
        "Enabled, '{\"id\":\"9\"}', true",
        "'', '', true",
        "'', '{\"id\":\"9\"}', false",
        "'', '{\"id\":7}', true",
        "mixed, '', false",
        "mixed, '{\"id\":\"9\"}', false",
        "mixed, '{\"id\":\"9\"},{\"id\":\"7\"}', true",
        "mixed, '{\"id\":\"7\",\"status\":\"disabled\"}', false",
        "mixed, '{\"id\":\"7\",\"state\":\"Disabled\"}', false",
        "disabled, '{\"id\":\"7\"}', false",
        "locked, '', false",
        "locked, '{\"id\":\"7\"}', true",
    })
    void coversWhatTheFamilyRuns(String state, String plugins, boolean covered) throws Exception {
        PolicyPlugins policy = policy("{\"name\":\"Web Servers\",\"state\":\"" + state + "\",\"plugins\":[" + plugins
                + "]},{\"name\":\"Misc.\",\"state\":\"enabled\"}");
        assertThat(policy.covers(of("7", "web servers"))).isEqualTo(covered);
        assertThat(policy.covers(of("8", "Misc."))).isTrue();
        assertThat(policy.covers(of("8", "Databases"))).isFalse();
        assertThat(policy.covers(of("8", ""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":\"1\"}", "{\"id\":\"1\",\"name\":\"Misc.\",\"state\":\"locked\"}"})
    void knowsNothingWithoutFamilies(String families) throws Exception {
        assertThat(policy(families).known()).isFalse();
        assertThat(policy(families).covers(of("7", "Databases"))).isTrue();
    }

    /** Such as a policy with nothing but audit files. */
    @Test
    void runsNoPluginIfAllFamiliesAreDisabled() throws Exception {
        PolicyPlugins policy =
                read("{\"families\":[{\"name\":\"Misc.\",\"state\":\"Disabled\"}],\"auditFiles\":[{\"id\":\"1\"}]}");

        assertThat(policy.known()).isTrue();
        assertThat(policy.covers(of("7", "Misc."))).isFalse();
        assertThat(policy.covers(of("7", "Databases"))).isFalse();
        assertThat(policy.covers(of("1000001", "N/A"))).isTrue();
    }

    @Test
    void runsNoPluginIfAllThatItListsAreDisabled() throws Exception {
        PolicyPlugins policy =
                policy("{\"name\":\"Misc.\",\"state\":\"mixed\",\"plugins\":[{\"id\":\"7\",\"state\":\"disabled\"}]}");

        assertThat(policy.covers(of("7", "Misc."))).isFalse();
        assertThat(policy.covers(of("8", "Databases"))).isFalse();
    }

    @Test
    void refusesFamiliesThatAreNone() {
        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> policy("7"));
        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> policy("{\"name\":\"Misc.\",\"plugins\":[7]}"));
    }

    @Test
    void asksTheAuditFilesAboutFindingsWithoutAFamily() throws Exception {
        String misc = "[{\"name\":\"Misc.\"}]";
        assertThat(read("{\"families\":" + misc + ",\"auditFiles\":[{\"id\":\"1\"}]}")
                        .covers(of("1000001", "N/A")))
                .isTrue();
        assertThat(read("{\"families\":" + misc + ",\"auditFiles\":[]}").covers(of("1000001", "N/A")))
                .isFalse();
    }

    @Test
    void coversWebApplicationsAndNothingButASinglePlugin() {
        PolicyPlugins single = PolicyPlugins.ofPlugin("7");
        assertThat(single.covers(of("7", "Misc."))).isTrue();
        assertThat(single.covers(of("8", "Misc."))).isFalse();
        Finding web = finding()
                .host(new Host("", "", "", "", "https://shop.example.com", ""))
                .plugin("8")
                .build();
        assertThat(single.covers(web)).isTrue();
    }

    private static PolicyPlugins policy(String families) throws JsonProcessingException {
        return read("{\"families\":[" + families + "]}");
    }

    private static PolicyPlugins read(String json) throws JsonProcessingException {
        return PolicyPlugins.of(Attributes.of(new ObjectMapper().readTree(json)));
    }

    private static Finding of(String plugin, String family) {
        return finding()
                .plugin(new Plugin(
                        plugin,
                        "",
                        family,
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        Plugin.CheckType.REMOTE,
                        List.of(),
                        Optional.empty()))
                .build();
    }
}
