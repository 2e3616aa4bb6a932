package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.resource.Policy;
import io.jenkins.plugins.securitycenter.model.resource.RiskRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTest {
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
            value = {
                "organization user|{\"usable\":[{\"id\":\"1\",\"name\":\"A\"},{\"id\":\"2\",\"name\":\"B\"}],"
                        + "\"manageable\":[{\"id\":\"2\",\"name\":\"B\"}]}",
                "administrator|[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}]",
                "named list|{\"policies\":[{\"id\":\"1\",\"name\":\"A\"},{\"id\":\"2\",\"name\":\"B\"}]}",
                "paged list|{\"totalRecords\":\"2\",\"returnedRecords\":2,"
                        + "\"results\":[{\"id\":\"1\",\"name\":\"A\"},{\"id\":\"2\",\"name\":\"B\"}]}"
            })
    void listsWhateverTheShape(String who, String payload) throws Exception {
        script.says("GET /policy", payload);
        assertThat(new Resource<>(server, ResourceType.POLICY).list())
                .as(who)
                .extracting(Policy::id, Policy::name)
                .containsExactly(tuple("1", "A"), tuple("2", "B"));
    }

    @Test
    void asksForTheFieldsOfTheRecord() throws Exception {
        script.says("GET /zone", "[]");
        assertThat(new Resource<>(server, ResourceType.ZONE).list()).isEmpty();
        assertThat(script.asked("GET /zone").path()).contains("fields=id%2Cname%2Cdescription%2CipList");
    }

    @Test
    void findsByNameAndById() throws Exception {
        script.says("GET /repository", "[{\"id\":\"7\",\"name\":\"Default\"},{\"id\":\"8\",\"name\":\"7\"}]");
        assertThat(new Resource<>(server, ResourceType.REPOSITORY)
                        .find("Default")
                        .id())
                .isEqualTo("7");
        assertThat(new Resource<>(server, ResourceType.REPOSITORY).find("8").name())
                .isEqualTo("7");
        assertThat(new Resource<>(server, ResourceType.REPOSITORY).find("7").id())
                .isEqualTo("8");
    }

    @Test
    void saysThatThereIsNone() {
        script.says("GET /reportDefinition", "{\"usable\":[{\"id\":\"1\",\"name\":\"Weekly\"}],\"manageable\":[]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource<>(server, ResourceType.REPORT_DEFINITION).find("Daily"))
                .withMessage("Report definition \"Daily\" does not exist on SecurityCenter \"scripted\", or the account"
                        + " cannot use it; the account can use \"Weekly\".");
    }

    @Test
    void saysThatThereAreSeveral() {
        script.says("GET /credential", "[{\"id\":\"1\",\"name\":\"root\"},{\"id\":\"2\",\"name\":\"root\"}]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource<>(server, ResourceType.CREDENTIAL).find("root"))
                .withMessageContaining("There are 2 credentials named \"root\" on ")
                .withMessageContaining("1, 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource<>(server, ResourceType.CREDENTIAL).named("root"))
                .withMessageContaining("1, 2");
    }

    @Test
    void namesNoneWhereNoneIsWanted() throws Exception {
        script.says("GET /asset", "{\"assets\":[{\"id\":\"1\",\"name\":\"All\"}]}");
        assertThat(new Resource<>(server, ResourceType.ASSET).named("1")).isEmpty();
        assertThat(new Resource<>(server, ResourceType.ASSET).named("All")).isPresent();
    }

    @Test
    void createsChangesAndDeletes() throws Exception {
        script.says("POST /ticket", "{\"id\":\"5\",\"name\":\"Patch it\",\"status\":\"Assigned\"}")
                .says("PATCH /ticket/5", "{\"id\":\"5\",\"name\":\"Patch it\",\"status\":\"Closed\"}")
                .says("DELETE /ticket/5", "\"\"");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", "Patch it");
        assertThat(new Resource<>(server, ResourceType.TICKET).create(body).id())
                .isEqualTo("5");
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("status", "Closed");
        assertThat(new Resource<>(server, ResourceType.TICKET)
                        .change("5", status)
                        .status())
                .isEqualTo("Closed");
        new Resource<>(server, ResourceType.TICKET).delete("5");
        assertThat(script.asked("POST /ticket").json()).isEqualTo(body);
        assertThat(script.asked("PATCH /ticket/5").json()).isEqualTo(status);
        assertThat(script.asked("DELETE /ticket/5").body()).isEmpty();
    }

    @Test
    void readsTheFirstOfSeveralNewRules() throws Exception {
        script.says(
                "POST /recastRiskRule",
                "[{\"id\":\"3\",\"plugin\":{\"id\":\"19506\",\"name\":\"Scan Information\"},\"hostType\":\"asset\","
                        + "\"hostValue\":{\"id\":\"12\",\"name\":\"Servers\"},\"port\":\"53\",\"protocol\":\"17\",\"newSeverity\":{\"id\":\"4\"},\"expires\":\"-1\"},{\"id\":\"4\"}]");
        RiskRule rule =
                new Resource<>(server, ResourceType.RECAST_RISK_RULE).create(JsonNodeFactory.instance.objectNode());
        assertThat(rule.id()).isEqualTo("3");
        assertThat(rule.name()).isEqualTo("Scan Information");
        assertThat(rule.hosts()).isEqualTo(new RiskRule.Hosts("asset", "12", "Servers"));
        assertThat(rule.port()).isEqualTo("53");
        assertThat(rule.protocol()).isEqualTo("UDP");
        assertThat(rule.newSeverity()).contains(Severity.CRITICAL);
        assertThat(rule.expires()).isEmpty();
    }

    @Test
    void refusesIdsThatLeadElsewhere() {
        for (String id : new String[] {"", "1/launch", "..", "1?x=y"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Resource<>(server, ResourceType.POLICY).get(id))
                    .withMessageContaining("is not a valid policy ID");
        }
        assertThat(script.asked()).isEmpty();
    }

    @Test
    void passesRefusalsOn() {
        script.refuses("GET /scanner", 151, "You do not have permission to see scanners.");
        assertThatThrownBy(() -> new Resource<>(server, ResourceType.SCANNER).list())
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("list the scanners")
                .hasMessageContaining("You do not have permission");
    }

    @Test
    void readsEveryKindFromAlmostNothing() throws Exception {
        for (ResourceType<?> type : ResourceType.ALL) {
            script.says("GET " + type.path() + "/1", "{\"id\":1,\"name\":null,\"status\":[]}");
            Named named = new Resource<>(server, type).get("1");
            assertThat(named.id()).as(type.path()).isEqualTo("1");
            assertThat(named.name()).as(type.path()).isEmpty();
        }
    }
}
