package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAGE = Pages.PAGE;

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    private static ArrayNode rows(int from, int to) {
        ArrayNode rows = JSON.arrayNode();
        for (int id = from; id < to; id++) {
            rows.addObject().put("id", Integer.toString(id));
        }
        return rows;
    }

    private static String results(String total, ArrayNode rows) {
        ObjectNode page = JSON.objectNode();
        if (!total.isEmpty()) {
            page.put("totalRecords", total);
        }
        page.put("returnedRecords", rows.size()).put("startOffset", "0").set("results", rows);
        return page.toString();
    }

    private JsonNode all(Request request) throws Exception {
        return new Pages(server).all(request);
    }

    @Test
    void joinsPlainArrays() throws Exception {
        script.says(
                "GET /plugin", rows(0, PAGE).toString(), rows(PAGE, PAGE + 5).toString());
        assertThat(all(Request.get("/plugin"))).isEqualTo(rows(0, PAGE + 5));
        assertThat(script.asked()).hasSize(2);
        assertThat(script.asked("GET /plugin").path()).isEqualTo("/plugin?startOffset=1000&endOffset=2000");
    }

    @Test
    void goesOnWhenAPageLacksARow() throws Exception {
        script.says(
                "GET /plugin",
                rows(0, PAGE - 1).toString(),
                rows(PAGE, PAGE + 5).toString());
        assertThat(all(Request.get("/plugin"))).hasSize(PAGE + 4);
    }

    @Test
    void takesEveryRowOnceWhenRowsMove() throws Exception {
        script.says(
                "GET /plugin",
                rows(0, PAGE).toString(),
                rows(PAGE - 2, PAGE + 5).toString());
        assertThat(all(Request.get("/plugin"))).isEqualTo(rows(0, PAGE + 5));
    }

    @Test
    void endsWhereTheServerKnowsNoPages() throws Exception {
        script.says("GET /report", "{\"usable\":" + rows(0, 3) + ",\"manageable\":" + rows(1, 2) + "}");
        JsonNode answer = all(Request.get("/report"));
        assertThat(answer.path("usable")).isEqualTo(rows(0, 3));
        assertThat(answer.path("manageable")).isEqualTo(rows(1, 2));
        assertThat(script.asked()).hasSize(1);
        assertThat(script.asked("GET /report").path()).contains("paginated=true");
    }

    @Test
    void endsWhereTheServerRepeatsItself() throws Exception {
        script.says("GET /user", rows(0, PAGE).toString());
        assertThat(all(Request.get("/user"))).isEqualTo(rows(0, PAGE));
        assertThat(script.asked()).hasSize(2);
    }

    @Test
    void keepsObjectsThatAreNoLists() throws Exception {
        script.says("GET /status", "{\"jobd\":\"Running\",\"big\":12345678901234567890,\"nothing\":null}");
        assertThat(all(Request.get("/status")).toString())
                .isEqualTo("{\"jobd\":\"Running\",\"big\":12345678901234567890,\"nothing\":null}");
    }

    @Test
    void sendsOffsetsOfAnAnalysisInBothPlaces() throws Exception {
        script.says("POST /analysis", results("1003", rows(0, PAGE)), results("1003", rows(PAGE, PAGE + 3)));
        ObjectNode body = JSON.objectNode().put("type", "vuln");
        body.putObject("query").put("tool", "sumid");
        JsonNode answer = all(Request.post("/analysis", body));
        assertThat(answer.path("results")).isEqualTo(rows(0, PAGE + 3));
        assertThat(answer.path("returnedRecords").asInt()).isEqualTo(PAGE + 3);
        JsonNode last = script.asked("POST /analysis").json();
        assertThat(last.path("startOffset").asInt()).isEqualTo(PAGE);
        assertThat(last.at("/query/endOffset").asInt()).isEqualTo(2 * PAGE);
        assertThat(body.has("startOffset")).as("the caller's own body").isFalse();
    }

    @Test
    void endsWithoutATotal() throws Exception {
        script.says("POST /hosts/search", results("", rows(0, PAGE)), results("", rows(PAGE, PAGE + 1)));
        assertThat(all(Request.post("/hosts/search", JSON.objectNode())).path("results"))
                .hasSize(PAGE + 1);
        assertThat(script.asked("POST /hosts/search").path()).contains("pagination=true", "limit=1000");
    }

    @Test
    void endsOnAnEmptyPageBeforeTheTotal() throws Exception {
        script.says("POST /analysis", results("9999", rows(0, PAGE)), results("9999", rows(0, 0)));
        ObjectNode body = JSON.objectNode();
        assertThat(all(Request.post("/analysis", body)).path("results")).hasSize(PAGE);
        assertThat(script.asked()).hasSize(2);
    }

    @Test
    void refusesToHoldTooManyRows() {
        script.says("GET /plugin", rows(0, PAGE).toString());
        for (int page = 1; page <= Pages.MOST_ROWS / PAGE; page++) {
            script.says("GET /plugin", rows(page * PAGE, (page + 1) * PAGE).toString());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(Request.get("/plugin")))
                .withMessageContaining("/plugin has more than 100000 rows")
                .withMessageContaining("narrow the query");
    }

    @Test
    void handsRowsOverPageByPage() throws Exception {
        script.says("GET /hosts", results("1002", rows(0, PAGE)), results("1002", rows(PAGE - 1, PAGE + 2)));
        List<String> ids = new ArrayList<>();
        new Pages(server)
                .read(Request.get("/hosts"), row -> ids.add(row.path("id").asText()));
        assertThat(ids).hasSize(PAGE + 2).doesNotHaveDuplicates();
    }

    @Test
    void listsPagedKindsWhole() throws Exception {
        script.says(
                "GET /plugin", rows(0, PAGE).toString(), rows(PAGE, PAGE + 1).toString());
        assertThat(server.resource(Kind.PLUGIN).list()).hasSize(PAGE + 1);
        assertThat(script.asked("GET /plugin").path()).contains("fields=", "startOffset=1000");
    }
}
