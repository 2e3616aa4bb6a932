package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.AssetLists.Update;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetListsTest {
    private static final String LIST = "{\"usable\":[{\"id\":\"0\",\"name\":\"All Defined Ranges\"},"
            + "{\"id\":\"5\",\"name\":\"Agents\"}],\"manageable\":[{\"id\":\"5\",\"name\":\"Agents\"}]}";

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    private Update put(String name, String hosts) throws Exception {
        return new AssetLists(server).put(name, ScanTargets.parse(hosts), "");
    }

    private void holds(String type, String field, String content) {
        script.says("GET /asset", LIST)
                .says(
                        "GET /asset/5",
                        "{\"id\":\"5\",\"name\":\"Agents\",\"type\":\"" + type + "\",\"typeFields\":{\"" + field
                                + "\":\"" + content + "\"}}")
                .says("PATCH /asset/5", "{\"id\":\"5\",\"name\":\"Agents\"}");
    }

    @Test
    void addsAListOfAddresses() throws Exception {
        script.says("GET /asset", LIST).says("POST /asset", "{\"id\":\"6\",\"name\":\"Web\",\"type\":\"static\"}");
        assertThat(put("Web", "192.0.2.1\n192.0.2.4-192.0.2.9")).isEqualTo(new Update("6", true, true));
        JsonNode body = script.asked("POST /asset").json();
        assertThat(body)
                .hasToString("{\"name\":\"Web\",\"type\":\"static\",\"definedIPs\":\"192.0.2.1,192.0.2.4-192.0.2.9\"}");
    }

    @Test
    void addsAListOfHostNames() throws Exception {
        script.says("GET /asset", "[]").says("POST /asset", "{\"id\":\"6\"}");
        assertThat(put("Web", "a.example, b.example").created()).isTrue();
        JsonNode body = script.asked("POST /asset").json();
        assertThat(body.path("type").asText()).isEqualTo("dnsname");
        assertThat(body.path("definedDNSNames").asText()).isEqualTo("a.example,b.example");
    }

    @Test
    void leavesWhatMeansTheSame() throws Exception {
        holds("static", "definedIPs", "192.0.2.1-192.0.2.2");
        assertThat(put("Agents", "192.0.2.2, 192.0.2.1")).isEqualTo(new Update("5", false, false));
        assertThat(script.asked()).noneMatch(one -> one.method().equals("PATCH"));
    }

    @Test
    void replacesWhatDiffers() throws Exception {
        holds("static", "definedIPs", "192.0.2.1");
        assertThat(put("Agents", "192.0.2.2")).isEqualTo(new Update("5", false, true));
        assertThat(script.asked("PATCH /asset/5").json()).hasToString("{\"definedIPs\":\"192.0.2.2\"}");
    }

    @Test
    void describesAListOnlyIfAsked() throws Exception {
        ScanTargets hosts = ScanTargets.parse("192.0.2.1");
        script.says("GET /asset", LIST)
                .says(
                        "GET /asset/5",
                        "{\"id\":\"5\",\"name\":\"Agents\",\"type\":\"static\",\"description\":\"Old\","
                                + "\"typeFields\":{\"definedIPs\":\"192.0.2.1\"}}")
                .says("PATCH /asset/5", "{\"id\":\"5\"}");
        AssetLists lists = new AssetLists(server);
        assertThat(lists.put("Agents", hosts, "").changed()).isFalse();
        assertThat(lists.put("Agents", hosts, "Old").changed()).isFalse();
        assertThat(lists.put("Agents", hosts, "New").changed()).isTrue();
        assertThat(script.asked("PATCH /asset/5").json()).hasToString("{\"description\":\"New\"}");
    }

    @Test
    void replacesWhatCannotBeRead() throws Exception {
        holds("static", "definedIPs", "192.0.2.*");
        assertThat(put("Agents", "192.0.2.2").changed()).isTrue();
    }

    @Test
    void replacesHostNames() throws Exception {
        holds("dnsname", "definedDNSNames", "A.example");
        assertThat(put("Agents", "a.example").changed()).isFalse();
        assertThat(put("Agents", "b.example").changed()).isTrue();
    }

    @Test
    void doesNotTurnAListIntoAnotherType() {
        holds("dynamic", "rules", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put("Agents", "192.0.2.2"))
                .withMessage(
                        "Asset list \"Agents\" on SecurityCenter \"scripted\" has type dynamic and cannot be changed to"
                                + " type static; choose another name.");
    }

    @Test
    void refusesEmptyAndMixedLists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put("Agents", "# none"))
                .withMessageContaining("would be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put("Agents", "192.0.2.2, a.example"))
                .withMessageContaining("cannot contain both addresses and host names such as \"a.example\"");
        assertThat(script.asked()).isEmpty();
    }
}
