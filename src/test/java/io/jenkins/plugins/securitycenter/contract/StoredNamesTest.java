package io.jenkins.plugins.securitycenter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Names that users have in builds, jobs, scripts and files stay what they are. */
class StoredNamesTest {

    private static final String FOLDER = "src/test/resources/io/jenkins/plugins/securitycenter/contract/";
    private static final String SENTENCE =
            "This name is stored in users' builds, jobs or scripts, and must not change after the first release.";

    @Test
    void classesAndFieldsStay() throws IOException {
        check("stored-classes.txt", new StoredClasses(Sources.read()).text());
    }

    @Test
    void namesInScriptsStay() throws IOException {
        Sources sources = Sources.read();
        check("script-names.txt", new ScriptNames(sources).text() + new ScriptValues(sources).text());
    }

    @Test
    void filesStay() throws IOException {
        check("stored-files.txt", new StoredFiles(Sources.read()).text());
    }

    @Test
    void namesForOtherPluginsStay() throws IOException {
        check("integration-names.txt", new IntegrationNames(Sources.read()).text());
    }

    @Test
    void namesInJsonStay() throws IOException {
        check("remote-api.txt", RemoteApi.text());
    }

    @Test
    void valuesOfTheRemoteApiAreDocumented() throws IOException {
        String page = Files.readString(Pom.repository().resolve("docs/results.md"));
        assertThat(RemoteApi.names())
                .filteredOn(name -> !page.contains("`" + name + "`"))
                .isEmpty();
    }

    private static void check(String file, String text) throws IOException {
        new Golden(FOLDER + file, StoredNamesTest.class, "names.update").check(text, SENTENCE);
    }
}
