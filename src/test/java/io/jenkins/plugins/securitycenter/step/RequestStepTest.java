package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.task.RequestTask;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestStepTest {

    @Test
    void readsByDefault() {
        RequestTask call = call(new RequestStep("scan"));
        assertThat(call.request()).isEqualTo(Request.get("/scan"));
        assertThat(call.options().failOnError()).isTrue();
        assertThat(call.repeatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "token", "/token/1", "/Token"})
    void leavesSessionsToThePlugin(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(new RequestStep(path)))
                .withMessageContaining("put the steps in a withSecurityCenter");
    }

    @Test
    void takesMapsAndLists() {
        RequestStep step = new RequestStep("/scan");
        step.setMethod("post");
        step.setQuery(Map.of("fields", List.of("id", "name")));
        step.setBody(Map.of("name", "x"));

        Request request = call(step).request();
        assertThat(request.method()).isEqualTo(Request.Method.POST);
        assertThat(request.query()).containsExactly(Map.entry("fields", "id,name"));
        assertThat(((Request.Body.Json) request.body()).value()).hasToString("{\"name\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void takesEmptyTextsForNothing(String empty) {
        RequestStep step = new RequestStep("/scan");
        step.setMethod(empty);
        step.setPages(empty);
        step.setQuery(empty);
        step.setBody(empty);
        step.setUploadFile(empty);
        step.setOutputFile(empty);
        step.setServer(empty);
        step.setCredentialsId(empty);

        assertThat(call(step)).isEqualTo(call(new RequestStep("/scan")));
        assertThat(step.getServer()).isNull();
        assertThat(step.getMethod()).isEqualTo("GET");
    }

    @Test
    void putsValuesForVariables() {
        RequestStep step = new RequestStep("/scan/$ID");
        step.setServer("$ID");
        step.setOutputFile("$ID.json");

        RequestTask call = step.task(text -> text.replace("$ID", "7"));
        assertThat(call.request().path()).isEqualTo("/scan/7");
        assertThat(call.options().outputFile()).isEqualTo("7.json");
        assertThat(step.connection(text -> text.replace("$ID", "7"), null).server())
                .isEqualTo("7");
    }

    @Test
    void saysWhichMethodsThereAre() {
        RequestStep step = new RequestStep("/scan");
        step.setMethod("LIST");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(step))
                .withMessage("Unknown method \"LIST\". Use GET, POST, PUT, PATCH or DELETE.");
    }

    @Test
    void refusesTwoBodies() {
        RequestStep step = new RequestStep("/file/upload");
        step.setMethod("POST");
        step.setBody("{}");
        step.setUploadFile("a.nessus");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(step))
                .withMessage("body and uploadFile are both set; set only one of them.");
    }

    @Test
    void readsAllPages() {
        RequestStep step = new RequestStep("/analysis");
        step.setMethod("POST");
        step.setPages("All");
        assertThat(call(step).options().pages()).isEqualTo(RequestTask.PageSelection.ALL);
        assertThat(call(step).repeatable()).isTrue();
        step.setQuery("startOffset=10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(step))
                .withMessage("pages \"all\" and startOffset in query are both set; remove startOffset to read all"
                        + " rows.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "POST", "DELETE"})
    void readsNoPagesOfChanges(String method) {
        RequestStep step = new RequestStep("/scan/1");
        step.setMethod(method);
        step.setPages("all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(step))
                .withMessage("pages \"all\" is not supported for " + method
                        + " /scan/1; use it with GET, or with POST to /analysis and /hosts/search.");
    }

    @Test
    void doesNotRepeatChanges() {
        RequestStep step = new RequestStep("/scan/1/launch");
        step.setMethod("POST");
        assertThat(call(step).repeatable()).isFalse();
    }

    private static RequestTask call(RequestStep step) {
        return step.task(UnaryOperator.identity());
    }
}
