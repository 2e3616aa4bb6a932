package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.model.resource.Ticket;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The typed resources over a connection. */
class SimulatedResourcesTest {
    private static Rig rig;
    private static SecurityCenter server;

    @BeforeAll
    static void open() {
        rig = new Rig();
        server = rig.open();
    }

    @AfterAll
    static void close() {
        server.close();
        rig.close();
    }

    static Stream<ResourceType<?>> kinds() {
        return ResourceType.ALL.stream().filter(type -> type != ResourceType.ORGANIZATION && type != ResourceType.HOST);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void listsAndReadsObjectsOfEveryKind(ResourceType<?> type) throws Exception {
        Resource<?> resource = new Resource<>(server, type);
        for (Named listed : resource.list().stream().limit(5).toList()) {
            assertThat(listed.name()).isNotBlank();
            assertThat(resource.get(listed.id())).isEqualTo(listed);
        }
    }

    @Test
    void readsHostsPageByPage() throws Exception {
        assertThat(new Resource<>(server, ResourceType.HOST).list()).hasSize(2_500);
        assertThat(rig.simulator.requests())
                .filteredOn(request -> request.path().equals("/hosts"))
                .hasSize(3);
    }

    @Test
    void organizationsAreForAdministrators() throws Exception {
        assertThatThrownBy(() -> new Resource<>(server, ResourceType.ORGANIZATION).list())
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("could not list the organizations");
        try (SecurityCenter admin = rig.open(new Login.Password(Simulator.ADMIN, Simulator.ADMIN_PASSWORD))) {
            assertThat(new Resource<>(admin, ResourceType.ORGANIZATION).list()).hasSize(1);
        }
    }

    @Test
    void opensAndClosesTickets() throws Exception {
        Resource<Ticket> tickets = new Resource<>(server, ResourceType.TICKET);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", "Patch it");
        body.putObject("assignee").put("id", "2");
        Ticket ticket = tickets.create(body);
        assertThat(ticket.status()).isEqualTo("Assigned");
        tickets.change(ticket.id(), JsonNodeFactory.instance.objectNode().put("status", "Closed"));
        assertThat(tickets.find("Patch it").status()).isEqualTo("Closed");
    }

    @Test
    void keepsAssetListsUpToDate() throws Exception {
        AssetLists lists = new AssetLists(server);
        AssetLists.Update made = lists.put("Shop", ScanTargets.parse("10.1.0.1, 10.1.0.5"), "");
        assertThat(made.changed()).isTrue();
        assertThat(lists.put("Shop", ScanTargets.parse("10.1.0.5,10.1.0.1"), "").changed())
                .isFalse();
        assertThat(lists.put("Shop", ScanTargets.of(List.of("10.1.0.7")), "").changed())
                .isTrue();
        assertThat(new Resource<>(server, ResourceType.ASSET).find("Shop").addresses())
                .containsExactly("10.1.0.7");
    }
}
