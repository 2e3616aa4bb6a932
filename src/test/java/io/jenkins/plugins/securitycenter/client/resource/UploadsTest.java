package io.jenkins.plugins.securitycenter.client.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.resource.UploadedFile;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {
    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final Uploads uploads = new Uploads(server);

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    private UploadedFile send(String name) throws Exception {
        return uploads.send(name, () -> new ByteArrayInputStream("<NessusClientData_v2/>".getBytes(UTF_8)));
    }

    @Test
    void sendsAFileAndClearsIt() throws Exception {
        script.says("POST /file/upload", "{\"filename\":\"fdSzCv\",\"originalFilename\":\"a.nessus\"}")
                .says("POST /file/clear", "{\"filename\":\"fdSzCv\"}");
        UploadedFile file = send("a.nessus");
        assertThat(file).isEqualTo(new UploadedFile("fdSzCv", "a.nessus"));
        assertThat(script.asked("POST /file/upload").body())
                .contains("name=\"Filedata\"", "filename=\"a.nessus\"", "<NessusClientData_v2/>");
        uploads.clear(file);
        assertThat(script.asked("POST /file/clear").json().path("filename").asText())
                .isEqualTo("fdSzCv");
    }

    @ParameterizedTest
    @CsvSource({
        "results/today.nessus, today.nessus",
        "C:\\temp\\today.nessus, today.nessus",
        "Übersicht \"1\".nessus, _bersicht__1_.nessus",
        "results/, file"
    })
    void namesFilesAsEveryVersionAllows(String given, String sent) throws Exception {
        script.says("POST /file/upload", "{\"filename\":\"x\"}");
        send(given);
        assertThat(script.asked("POST /file/upload").body()).contains("filename=\"" + sent + "\"");
    }

    @Test
    void complainsAboutAnAnswerWithoutName() {
        script.says("POST /file/upload", "\"\"");
        assertThatThrownBy(() -> send("a.nessus"))
                .hasMessageContaining("could not upload file a.nessus")
                .hasMessageContaining("contains no file name");
    }
}
