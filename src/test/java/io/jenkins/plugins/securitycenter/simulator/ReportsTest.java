package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private final ManualClock clock = ManualClock.startingNow();
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withClock(clock).withTiming(100, 0));
        browser = Browser.loggedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String launch(String definition) {
        return browser.post("/reportDefinition/" + definition + "/launch", null)
                .at("/reportResult/id")
                .asText();
    }

    private JsonNode report(String id) {
        return browser.get("/report/" + id);
    }

    @Test
    void answersALaunchAsRecorded() {
        JsonNode answer = browser.post("/reportDefinition/1/launch", null);
        assertThat(answer.path("reportDefinitionID").asText()).isEqualTo("1");
        JsonNode report = answer.path("reportResult");
        assertThat(report.path("status").asText()).isEqualTo("Queued");
        assertThat(report.path("totalSteps").isNumber()).isTrue();
        assertThat(report.path("startTime").asInt()).isEqualTo(-1);
        assertThat(simulator.reportLaunches("1")).isOne();
    }

    @Test
    void makesReportsByTheClock() {
        String id = launch("1");
        assertThat(report(id).path("status").asText()).isEqualTo("Queued");
        clock.advance(Duration.ofSeconds(50));
        assertThat(report(id).path("status").asText()).isEqualTo("Running");
        assertThat(report(id).path("completedSteps").asText()).isEqualTo("10");
        assertThat(browser.get("/report?filter=running").path("usable")).hasSize(1);
        assertThat(browser.envelope("POST", "/report/" + id + "/download", "{}")
                        .path("error_msg")
                        .asText())
                .contains("not available");
        clock.advance(Duration.ofSeconds(50));
        assertThat(report(id).path("status").asText()).isEqualTo("Completed");
        assertThat(browser.get("/report?filter=running").path("usable")).isEmpty();
    }

    @Test
    void sendsFilesOfTheSizeThatWasAskedFor() {
        simulator.controls().setReports(0, 123_456, false);
        HttpResponse<byte[]> pdf = browser.send("POST", "/report/" + launch("1") + "/download", null);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.body()).hasSize(123_456);
        assertThat(new String(pdf.body(), StandardCharsets.UTF_8))
                .startsWith("%PDF-1.4\n% Executive summary")
                .endsWith("%%EOF\n");
        HttpResponse<byte[]> csv = browser.send("POST", "/report/" + launch("2") + "/download", null);
        assertThat(new String(csv.body(), StandardCharsets.UTF_8)).startsWith("\"Plugin\",");
    }

    @Test
    void failsWhenToldTo() {
        simulator.controls().setReports(0, 0, true);
        JsonNode report = report(launch("1"));
        assertThat(report.path("status").asText()).isEqualTo("Error");
        assertThat(report.path("errorDetails").asText()).isNotEmpty();
    }

    @Test
    void listsByTimeAndOwner() {
        launch("1");
        clock.advance(Duration.ofDays(40));
        browser = Browser.loggedIn(simulator);
        assertThat(browser.get("/report").path("usable")).isEmpty();
        String all = "/report?startTime=0&endTime=9999999999&fields=reportDefinitionID";
        assertThat(browser.get(all).at("/usable/0/reportDefinitionID").asText()).isEqualTo("1");
        Browser analyst = Browser.at(simulator).logIn("analyst", "analyst-password");
        assertThat(analyst.get(all).path("usable")).isEmpty();
    }

    @Test
    void deletesAndCopies() {
        String copy = browser.post("/reportDefinition/1/copy", "{\"name\":\"Mine\"}")
                .path("id")
                .asText();
        String id = launch(copy);
        assertThat(report(id).path("name").asText()).isEqualTo("Mine");
        browser.envelope("DELETE", "/report/" + id, null);
        assertThat(browser.envelope("GET", "/report/" + id, null)
                        .path("error_code")
                        .asInt())
                .isEqualTo(147);
    }
}
