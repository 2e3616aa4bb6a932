package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagedResourceTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAGE = PagedResource.SIZES[0];

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
        return new PagedResource(server).all(request);
    }

    private void plugins(ArrayNode... pages) {
        for (ArrayNode page : pages) {
            script.says("GET /plugin", page.toString());
        }
        script.says("GET /plugin", "[]");
    }

    @Test
    void joinsPlainArrays() throws Exception {
        plugins(rows(0, PAGE), rows(PAGE, PAGE + 5));
        assertThat(all(Request.get("/plugin"))).isEqualTo(rows(0, PAGE + 5));
        assertThat(script.asked()).hasSize(3);
        assertThat(script.asked().get(1).path()).isEqualTo("/plugin?startOffset=1000&endOffset=2000");
        assertThat(script.asked("GET /plugin").path())
                .as("a look behind the short page")
                .isEqualTo("/plugin?startOffset=1005&endOffset=2005");
    }

    @Test
    void goesOnWhenAPageIsCut() throws Exception {
        plugins(rows(0, 200), rows(200, 400), rows(400, 405));
        assertThat(all(Request.get("/plugin"))).isEqualTo(rows(0, 405));
    }

    @Test
    void takesNoRowTwiceThatIsOnTheEdgeOfTwoPages() throws Exception {
        plugins(rows(0, PAGE + 1), rows(PAGE, PAGE + 5));
        assertThat(all(Request.get("/plugin"))).isEqualTo(rows(0, PAGE + 5));
    }

    @Test
    void readsAgainWhenRowsMove() throws Exception {
        plugins(rows(0, PAGE), rows(PAGE - 2, PAGE + 5), rows(0, 0), rows(0, 700), rows(700, PAGE + 5));
        assertThat(all(Request.get("/plugin"))).isEqualTo(rows(0, PAGE + 5));
        assertThat(script.asked().get(3).path()).isEqualTo("/plugin?startOffset=0&endOffset=700");
    }

    @Test
    void keepsRowsThatAreEqual() throws Exception {
        ArrayNode lines = JSON.arrayNode();
        for (int i = 0; i < 3; i++) {
            lines.addObject().put("date", "1700000000").put("message", "Login failed");
        }
        script.says("POST /analysis", results("3", lines));
        assertThat(all(Request.post("/analysis", JSON.objectNode())).path("results"))
                .isEqualTo(lines);
        List<JsonNode> read = new ArrayList<>();
        new PagedResource(server).read(Request.post("/analysis", JSON.objectNode()), into(read));
        assertThat(read).hasSize(3);
    }

    @Test
    void keepsEqualIdsWhenTheyAreStillThereTheNextTime() throws Exception {
        ArrayNode twice = rows(0, 2).addAll(rows(1, 2));
        script.says("POST /analysis", results("3", twice));
        assertThat(all(Request.post("/analysis", JSON.objectNode())).path("results"))
                .isEqualTo(twice);
        assertThat(script.asked()).hasSize(2);
    }

    @Test
    void endsWhereTheServerKnowsNoPages() throws Exception {
        script.says("GET /report", "{\"usable\":" + rows(0, 3) + ",\"manageable\":" + rows(1, 2) + "}");
        JsonNode answer = all(Request.get("/report"));
        assertThat(answer.path("usable")).isEqualTo(rows(0, 3));
        assertThat(answer.path("manageable")).isEqualTo(rows(1, 2));
        assertThat(script.asked()).hasSize(2);
        assertThat(script.asked("GET /report").path()).contains("paginated=true");
    }

    @Test
    void readsAgainWhereTheServerRepeatsAPage() throws Exception {
        script.says("GET /user", rows(0, PAGE).toString());
        assertThat(all(Request.get("/user"))).isEqualTo(rows(0, PAGE));
        assertThat(script.asked()).hasSize(4);
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
        script.says(
                "POST /hosts/search",
                results("", rows(0, PAGE)),
                results("", rows(PAGE, PAGE + 1)),
                results("", rows(0, 0)));
        assertThat(all(Request.post("/hosts/search", JSON.objectNode())).path("results"))
                .hasSize(PAGE + 1);
        assertThat(script.asked("POST /hosts/search").path()).contains("pagination=true", "limit=1000");
    }

    @Test
    void goesOnBehindAnEmptyPage() throws Exception {
        script.says("POST /analysis", results("1500", rows(0, PAGE)), results("1500", rows(0, 0)));
        script.says("POST /analysis", results("1500", rows(PAGE, 1500)));
        assertThat(all(Request.post("/analysis", JSON.objectNode())).path("results"))
                .isEqualTo(rows(0, 1500));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0, the server returned 0 of 5 rows",
        "2000, 1600, the server sent earlier rows again instead of the next page (1600 of 2000 rows)",
        "3, 5, the server sent 5 rows but reports a total of 3"
    })
    void refusesAPart(String total, int sent, String reason) {
        script.says("POST /analysis", results(total, rows(0, sent)));
        assertThatThrownBy(() -> all(Request.post("/analysis", JSON.objectNode())))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("SecurityCenter \"scripted\": could not POST /analysis: " + reason
                        + ", even after 3 more attempts, so the rows were discarded.");
    }

    @Test
    void refusesATotalThatChanges() {
        for (int i = 0; i < 8; i++) {
            script.says("POST /analysis", results(Integer.toString(1100 + i), rows(i * 1000, i * 1000 + 100)));
        }
        assertThatThrownBy(() -> all(Request.post("/analysis", JSON.objectNode())))
                .hasMessageContaining("the number of rows changed from 1106 to 1107 while they were being read");
    }

    @Test
    void takesNoAnswerWithoutAListForAnEmptyOne() {
        script.says("POST /analysis", "{\"totalRecords\":\"5\",\"results\":null}");
        assertThatThrownBy(() -> all(Request.post("/analysis", JSON.objectNode())))
                .hasMessageContaining("the server returned 0 of 5 rows");
    }

    @Test
    void refusesToHoldTooManyRows() {
        script.says("GET /plugin", rows(0, PAGE).toString());
        for (int page = 1; page <= PagedResource.MOST_ROWS / PAGE; page++) {
            script.says("GET /plugin", rows(page * PAGE, (page + 1) * PAGE).toString());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(Request.get("/plugin")))
                .withMessageContaining("/plugin has more than 100000 rows")
                .withMessageContaining("narrow the query");
    }

    @Test
    void handsRowsOverPageByPage() throws Exception {
        script.says("GET /hosts", results("1002", rows(0, PAGE)), results("1002", rows(PAGE, PAGE + 2)));
        List<JsonNode> read = new ArrayList<>();
        new PagedResource(server).read(Request.get("/hosts"), into(read));
        assertThat(read).isEqualTo(list(rows(0, PAGE + 2)));
    }

    @Test
    void handsAllOverAgainWhenPagesDoNotFitTogether() throws Exception {
        script.says("GET /hosts", results("1002", rows(0, PAGE)), results("1001", rows(PAGE, PAGE + 1)));
        script.says("GET /hosts", results("1001", rows(0, 700)), results("1001", rows(700, PAGE + 1)));
        List<JsonNode> read = new ArrayList<>();
        new PagedResource(server).read(Request.get("/hosts"), into(read));
        assertThat(read).isEqualTo(list(rows(0, PAGE + 1)));
    }

    @Test
    void listsPagedKindsWhole() throws Exception {
        plugins(rows(0, PAGE), rows(PAGE - 1, PAGE + 1), rows(0, 0), rows(0, 700), rows(700, PAGE + 1));
        assertThat(new Resource<>(server, ResourceType.PLUGIN).list()).hasSize(PAGE + 1);
        assertThat(script.asked("GET /plugin").path()).contains("fields=", "startOffset=1001");
    }

    private static List<JsonNode> list(ArrayNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }

    private static PagedResource.RowListener into(List<JsonNode> list) {
        return new PagedResource.RowListener() {
            @Override
            public void row(JsonNode row) {
                list.add(row);
            }

            @Override
            public void restart() {
                list.clear();
            }
        };
    }
}
