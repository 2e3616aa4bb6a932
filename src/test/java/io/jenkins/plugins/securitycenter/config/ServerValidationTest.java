package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ServerValidationTest {

    @Test
    void acceptsAServerWithDefaults() {
        assertThatCode(() -> ServerValidation.servers(List.of(server("prod", ignored -> {}))))
                .doesNotThrowAnyException();
    }

    @Test
    void wantsNamesToBeUnique() {
        Server server = server("prod", ignored -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerValidation.servers(List.of(server, server)))
                .withMessage("Name \"prod\" is used by more than one server; enter a unique name.");
    }

    @Test
    void namesTheServerAndTheField() {
        Server wrong = server("prod", server -> server.setConnectTimeout(-5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerValidation.servers(List.of(wrong)))
                .withMessage("Server \"prod\": Connect timeout \"-5\" is not allowed; use a whole number of seconds"
                        + " from 1 to 3600.");
    }

    @Test
    void usesNoTimeOfAHandWrittenFileThatIsNotAllowed() {
        for (Consumer<Server> setting : List.<Consumer<Server>>of(
                server -> server.setConnectTimeout(-5),
                server -> server.setRequestTimeout(3_601),
                server -> server.setPollInterval(-1))) {
            Server server = server("prod", setting);
            assertThatIllegalArgumentException()
                    .isThrownBy(server::endpoint)
                    .withMessageEndingWith("is not allowed; use a whole number of seconds from 1 to 3600.");
        }
    }

    @Test
    void wantsAnAddressWithScheme() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerValidation.servers(List.of(new Server("prod", "sc.example.com"))))
                .withMessageContaining("does not start with https:// or http://");
    }

    @Test
    void readsTheWordsForTheScaleOfEpssScores() {
        assertThat(ServerValidation.epssScale("auto")).isEqualTo(EpssScale.AUTO);
        assertThat(ServerValidation.epssScale("fraction")).isEqualTo(EpssScale.FRACTION);
        assertThat(ServerValidation.epssScale("percent")).isEqualTo(EpssScale.PERCENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerValidation.epssScale("permille"))
                .withMessage("Unknown EPSS scale \"permille\". Use auto, fraction or percent.");
    }

    @Test
    void readsTheWordsForTheSessionLimit() {
        assertThat(ServerValidation.sessionLimit("fail")).isEqualTo(SessionLimit.FAIL);
        assertThat(ServerValidation.sessionLimit("releaseOldest")).isEqualTo(SessionLimit.RELEASE_OLDEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerValidation.sessionLimit("kill"))
                .withMessage("Unknown session limit \"kill\". Use fail or releaseOldest.");
    }

    private static Server server(String name, Consumer<Server> change) {
        Server server = new Server(name, "https://sc.example.com");
        change.accept(server);
        return server;
    }
}
