package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScansTest {
    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @ParameterizedTest
    @EnumSource
    void launchesEveryKindAlike(ScanKind kind) throws Exception {
        script.says("GET " + kind.path(), "{\"usable\":[{\"id\":\"3\",\"name\":\"Nightly\"}]}")
                .says(
                        "POST " + kind.path() + "/3/launch",
                        "{\"scanID\":\"3\",\"scanResult\":{\"id\":\"8\",\"status\":\"Queued\"}}");
        Scan scan = new Scans(server, kind).find("Nightly");
        assertThat(new Scans(server, kind).launch(scan).id()).isEqualTo("8");
        assertThat(script.asked("GET " + kind.path()).path()).contains("filter=usable");
    }

    @Test
    void callsTheKindByItsName() {
        script.says("GET /agentScan", "{\"usable\":[],\"manageable\":[]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scans(server, ScanKind.AGENT).find("Nightly"))
                .withMessageStartingWith("Agent scan \"Nightly\" does not exist on SecurityCenter \"scripted\"");
    }

    @Test
    void readsTheWordsOfUsers() {
        assertThat(ScanKind.parse(" Agent ")).isEqualTo(ScanKind.AGENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanKind.parse("passive"))
                .withMessage("Unknown kind \"passive\". Use active, agent or web.");
    }
}
