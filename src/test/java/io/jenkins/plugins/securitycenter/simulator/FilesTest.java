package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FilesTest {
    private static final String UPLOAD = """
            --bound\r
            Content-Disposition: form-data; name="context"\r
            \r
            x\r
            --bound\r
            Content-Disposition: form-data; name="Filedata"; filename="example.nessus"\r
            Content-Type: application/octet-stream\r
            \r
            <Report><ReportItem/><ReportItem/>\r
            <ReportItem/></Report>\r
            --bound--\r
            """;

    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(1_200));
        browser = Browser.loggedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void zipsTheRawResult() throws Exception {
        String result = browser.launch("1");
        HttpResponse<byte[]> answer = browser.send("POST", "/scanResult/" + result + "/download", "{}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=1-nessus.zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("1.nessus");
            assertThat(items(zip.readAllBytes())).isEqualTo(1_200);
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    private static int items(byte[] xml) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("NessusClientData_v2");
        return document.getElementsByTagName("ReportItem").getLength();
    }

    @Test
    void sendsBareXmlWhenToldTo() throws Exception {
        simulator.controls().set(Quirk.UNZIPPED_DOWNLOAD, true);
        String result = browser.launch("1");
        byte[] body = browser.send("POST", "/scanResult/" + result + "/download", "{}")
                .body();
        assertThat(items(body)).isEqualTo(1_200);
    }

    @Test
    void hasNoFileForFailedRuns() {
        String result = browser.launch("5");
        assertThat(browser.get("/scanResult/" + result)
                        .path("downloadAvailable")
                        .asText())
                .isEqualTo("false");
        JsonNode answer = browser.envelope("POST", "/scanResult/" + result + "/download", "{}");
        assertThat(answer.path("error_msg").asText()).contains("Scan Result #" + result + " failed");
    }

    @Test
    void writesTheAnalysisAsCsv() {
        String result = browser.launch("1");
        String body = Browser.query(result, "listvuln", "[]", 0, 10)
                .replaceFirst(
                        "\\{", "{\"columns\":[{\"name\":\"pluginID\"},{\"name\":\"severity\"},{\"name\":\"name\"}],");
        HttpResponse<byte[]> answer = browser.send("POST", "/analysis/download", body);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        String csv = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\"Plugin\",\"Severity\",\"Plugin Name\"\n");
        assertThat(csv.split("\n\"70")).hasSize(1_201);
    }

    private JsonNode upload(Browser sender) {
        sender.header("Content-Type", "multipart/form-data; boundary=bound");
        JsonNode answer = sender.post("/file/upload", UPLOAD);
        sender.header("Content-Type", "application/json");
        return answer;
    }

    @Test
    void importsAnUploadedFileAsANewResult() {
        JsonNode file = upload(browser);
        assertThat(file.path("originalFilename").asText()).isEqualTo("example.nessus");
        String body = "{\"filename\":\"" + file.path("filename").asText() + "\",\"repository\":{\"id\":1}}";
        assertThat(browser.envelope("POST", "/scanResult/import", body)
                        .path("response")
                        .toString())
                .isEqualTo("\"\"");
        String result =
                browser.get("/scanResult?filter=usable").at("/usable/0/id").asText();
        assertThat(browser.analyze(result, "listvuln", "[]", 0, 10)
                        .at("/response/totalRecords")
                        .asText())
                .isEqualTo("3");
    }

    @Test
    void filesEndWithTheirSession() {
        String name = upload(browser).path("filename").asText();
        Browser other = Browser.loggedIn(simulator);
        String body = "{\"filename\":\"" + name + "\",\"repository\":{\"id\":1}}";
        assertThat(other.envelope("POST", "/scanResult/import", body)
                        .path("error_code")
                        .asInt())
                .isEqualTo(147);
        assertThat(browser.post("/file/clear", "{\"filename\":\"" + name + "\"}")
                        .path("filename")
                        .asText())
                .isEqualTo(name);
        assertThat(browser.envelope("POST", "/scanResult/import", body)
                        .path("error_code")
                        .asInt())
                .isEqualTo(147);
    }

    @Test
    void mailsSayNothingExceptWhenTheyFail() {
        String path = "/scanResult/" + browser.launch("1") + "/email";
        assertThat(browser.envelope("POST", path, "{\"email\":\"a@example.com\"}")
                        .path("error_msg")
                        .asText())
                .isEmpty();
        JsonNode failed = browser.envelope("POST", path, "{\"email\":\"nobody\"}");
        assertThat(failed.path("error_code").asInt()).isZero();
        assertThat(failed.path("error_msg").asText()).contains("email failed");
    }
}
