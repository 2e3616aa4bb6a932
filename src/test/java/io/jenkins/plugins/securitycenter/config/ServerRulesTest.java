package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.Endpoint.SessionLimit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ServerRulesTest {

    @Test
    void acceptsAServerWithDefaults() {
        assertThatCode(() -> ServerRules.servers(List.of(server("prod", ignored -> {}))))
                .doesNotThrowAnyException();
    }

    @Test
    void wantsNamesToBeUnique() {
        Server server = server("prod", ignored -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerRules.servers(List.of(server, server)))
                .withMessage("Name \"prod\" is used by more than one server; enter a unique name.");
    }

    @Test
    void namesTheServerAndTheField() {
        Server wrong = server("prod", server -> server.setConnectTimeout(-5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerRules.servers(List.of(wrong)))
                .withMessage("Server \"prod\": Connect timeout \"-5\" is not allowed; use a whole number of seconds"
                        + " from 1 to 3600.");
    }

    @Test
    void wantsAnAddressWithScheme() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerRules.servers(List.of(new Server("prod", "sc.example.com"))))
                .withMessageContaining("does not start with https:// or http://");
    }

    @Test
    void readsTheWordsForTheSessionLimit() {
        assertThat(ServerRules.sessionLimit("fail")).isEqualTo(SessionLimit.FAIL);
        assertThat(ServerRules.sessionLimit("releaseOldest")).isEqualTo(SessionLimit.RELEASE_OLDEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerRules.sessionLimit("kill"))
                .withMessage("Unknown session limit \"kill\". Use fail or releaseOldest.");
    }

    private static Server server(String name, Consumer<Server> change) {
        Server server = new Server(name, "https://sc.example.com");
        change.accept(server);
        return server;
    }
}
