package io.jenkins.plugins.securitycenter.client.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.resource.ReportDefinition;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final ReportDefinition WEEKLY = new ReportDefinition("4", "Weekly", "", "pdf");

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final Reports reports = new Reports(server);

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @Test
    void makesAndDownloadsAReport() throws Exception {
        script.says("GET /reportDefinition", "{\"usable\":[{\"id\":\"4\",\"name\":\"Weekly\",\"type\":\"pdf\"}]}")
                .says("POST /reportDefinition/4/launch", "{\"reportResult\":{\"id\":\"9\",\"status\":\"Queued\"}}")
                .says(
                        "GET /report/9",
                        "{\"id\":\"9\",\"name\":\"Weekly\",\"status\":\"Running\",\"totalSteps\":\"4\","
                                + "\"completedSteps\":\"1\"}",
                        "{\"id\":\"9\",\"name\":\"Weekly\",\"status\":\"Completed\",\"type\":\"pdf\"}")
                .sends("POST /report/9/download", "application/pdf", "%PDF-1.4\n%%EOF".getBytes(UTF_8));
        Report queued = reports.launch(reports.definition("Weekly"));
        Report running = reports.get(queued.id());
        assertThat(running.ended()).isFalse();
        assertThat(running.steps().percent()).hasValue(25);
        Report done = reports.get(queued.id());
        assertThat(done.completed()).isTrue();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(reports.download(done, () -> file)).isEqualTo(14);
        assertThat(file.toString(UTF_8)).isEqualTo("%PDF-1.4\n%%EOF");
        assertThat(done.fileName()).isEqualTo("Weekly.pdf");
    }

    @Test
    void readsALaunchThatIsAnsweredWithTheReportItself() throws Exception {
        script.says("POST /reportDefinition/4/launch", "{\"id\":9,\"status\":\"Queued\"}");
        assertThat(reports.launch(WEEKLY).id()).isEqualTo("9");
    }

    @Test
    void asksForNoFileThatThereIsNot() throws Exception {
        script.says(
                "GET /report/9",
                "{\"id\":\"9\",\"name\":\"Weekly\",\"status\":\"Error\",\"errorDetails\":\"No rights.\"}");
        Report failed = reports.get("9");
        assertThat(failed.ended()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> reports.download(failed, ByteArrayOutputStream::new))
                .withMessage(
                        "Report \"Weekly\" on SecurityCenter \"scripted\" has status \"Error\"; only completed reports can be"
                                + " downloaded. No rights.");
        assertThat(script.asked()).hasSize(1);
    }

    @Test
    void complainsAboutALaunchWithoutReport() {
        script.says("POST /reportDefinition/4/launch", "{\"reportDefinitionID\":\"4\"}");
        assertThatThrownBy(() -> reports.launch(WEEKLY))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("could not launch report \"Weekly\"")
                .hasMessageContaining("the response contains no report");
    }

    @Test
    void listsReportsSinceAnyTime() throws Exception {
        script.says("GET /report", "{\"usable\":[{\"id\":\"9\",\"reportDefinitionID\":4}],\"manageable\":[]}");
        assertThat(reports.createdSince(Instant.EPOCH))
                .singleElement()
                .extracting(Report::definitionId)
                .isEqualTo("4");
        assertThat(script.asked("GET /report").path()).contains("startTime=0", "endTime=9999999999");
    }
}
