package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanLifeTest {
    private final ManualClock clock = ManualClock.startingNow();
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withClock(clock).withTiming(100, 50));
        browser = Browser.loggedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void passesThroughAllPhasesAndThenTheImport() {
        String result = browser.launch("1");
        List<String> statuses = new ArrayList<>();
        List<String> imports = new ArrayList<>();
        for (int second = 0; second <= 152; second++) {
            JsonNode now = browser.get("/scanResult/" + result + "?fields=status,importStatus");
            addChange(statuses, now.path("status").asText());
            addChange(imports, now.path("importStatus").asText());
            clock.advanceSeconds(1);
        }
        assertThat(statuses)
                .containsExactly(
                        "Queued",
                        "Preparing",
                        "Resolving Hostnames",
                        "Verifying Targets",
                        "Initializing Scanners",
                        "Running",
                        "Completed");
        assertThat(imports).containsExactly("No Results", "Import Pending", "Importing", "Finished");
    }

    private static void addChange(List<String> words, String word) {
        if (words.isEmpty() || !words.get(words.size() - 1).equals(word)) {
            words.add(word);
        }
    }

    @Test
    void progressIsAListUntilSomethingRan() {
        String result = browser.launch("1");
        JsonNode fresh = browser.get("/scanResult/" + result);
        assertThat(fresh.path("progress").isArray()).isTrue();
        assertThat(fresh.path("totalIPs").asText()).isEqualTo("-1");
        assertThat(fresh.path("running").asText()).isEqualTo("true");
        clock.advanceSeconds(40);
        long early = browser.get("/scanResult/" + result)
                .at("/progress/completedIPs")
                .asLong();
        clock.advanceSeconds(40);
        long late = browser.get("/scanResult/" + result)
                .at("/progress/completedIPs")
                .asLong();
        assertThat(early).isPositive();
        assertThat(late).isGreaterThan(early).isLessThan(65_534);
    }

    @Test
    void refusesAnalysisUntilTheImportIsFinished() {
        String result = browser.launch("1");
        clock.advanceSeconds(149);
        JsonNode early = browser.analyze(result, "sumseverity", "[]", 0, 5);
        assertThat(early.path("error_code").asInt()).isEqualTo(143);
        assertThat(early.path("error_msg").asText()).contains("SC_ROOT=").contains("namedb.db");
        clock.advanceSeconds(2);
        JsonNode late = browser.analyze(result, "sumseverity", "[]", 0, 5);
        assertThat(late.at("/response/results")).hasSize(5);
    }

    @Test
    void failsWithDetailsAndNothingElse() {
        String result = browser.launch("5");
        clock.advanceSeconds(31);
        JsonNode failed = browser.get("/scanResult/" + result);
        assertThat(failed.path("status").asText()).isEqualTo("Error");
        assertThat(failed.path("errorDetails").asText()).isNotEmpty();
        assertThat(failed.path("importStatus").asText()).isEqualTo("No Results");
        assertThat(failed.path("progress").isArray()).isTrue();
        clock.advanceSeconds(1_000);
        assertThat(browser.analyze(result, "sumseverity", "[]", 0, 5)
                        .path("error_code")
                        .asInt())
                .isEqualTo(143);
    }

    @Test
    void endsAsTheDefinitionIsMeantTo() {
        assertThat(end("6")).isEqualTo("Partial/Finished");
        assertThat(end("7")).isEqualTo("Completed/Error");
        assertThat(end("8")).isEqualTo("Completed/Blocked");
        simulator.controls().setOutcome("1", Outcome.IMPORT_ERROR);
        assertThat(end("1")).isEqualTo("Completed/Error");
    }

    private String end(String scan) {
        String result = browser.launch(scan);
        clock.advanceSeconds(151);
        JsonNode record = browser.get("/scanResult/" + result);
        return record.path("status").asText() + "/"
                + record.path("importStatus").asText();
    }

    @Test
    void standsStillWhilePaused() {
        String result = browser.launch("1");
        clock.advanceSeconds(50);
        browser.post("/scanResult/" + result + "/pause", null);
        assertThat(status(result)).isEqualTo("Pausing");
        clock.advanceSeconds(500);
        assertThat(status(result)).isEqualTo("Paused");
        browser.post("/scanResult/" + result + "/resume", null);
        assertThat(status(result)).isEqualTo("Resuming");
        clock.advanceSeconds(49);
        assertThat(status(result)).isEqualTo("Running");
        clock.advanceSeconds(2);
        assertThat(status(result)).isEqualTo("Completed");
    }

    @Test
    void stoppedRunsArePartialAndKeepWhatTheyFound() {
        String result = browser.launch("1");
        clock.advanceSeconds(60);
        browser.post("/scanResult/" + result + "/stop", "{\"type\":\"import\"}");
        assertThat(status(result)).isEqualTo("Stopping");
        clock.advanceSeconds(60);
        assertThat(status(result)).isEqualTo("Partial");
        int found = browser.analyze(result, "listvuln", "[]", 0, 1)
                .at("/response/totalRecords")
                .asInt();
        assertThat(found).isBetween(1, 499);
        assertThat(browser.envelope("POST", "/scanResult/" + result + "/stop", null)
                        .path("error_code")
                        .asInt())
                .isPositive();
    }

    private String status(String result) {
        return browser.get("/scanResult/" + result).path("status").asText();
    }

    @Test
    void listsTheLastThirtyDaysUnlessAskedForMore() {
        String old = browser.launch("1");
        clock.advanceSeconds(31 * 86_400);
        browser.logIn("ci", "ci-password");
        String fresh = browser.launch("1");
        assertThat(Browser.texts(browser.get("/scanResult").path("usable"), "id"))
                .containsExactly(fresh);
        JsonNode all = browser.get("/scanResult?startTime=0&endTime=9999999999&filter=usable&fields=id,status");
        assertThat(Browser.texts(all.path("usable"), "id")).containsExactly(old, fresh);
        assertThat(all.has("manageable")).isFalse();
        assertThat(Browser.texts(
                        browser.get("/scanResult?filter=running,usable").path("usable"), "id"))
                .containsExactly(fresh);
    }

    @Test
    void countsLaunches() {
        browser.launch("1");
        browser.launch("1");
        browser.launch("2");
        assertThat(simulator.launches("1")).isEqualTo(2);
        assertThat(simulator.launches("2")).isEqualTo(1);
        assertThat(simulator.launches("3")).isZero();
    }
}
