package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Path file;
    private RunFile store;

    @BeforeEach
    void open() {
        file = directory.resolve("new").resolve("runs.json");
        store = new RunFile(file.getParent(), "runs.json", "https://sc");
    }

    private static RunEntry entry() {
        RunState state = RunState.initial()
                .ofType(RunType.ON_DEMAND_SCAN, true, new ScanOwnerTag("jenkins", "job#1"))
                .creating("", "Weekly", NOW)
                .created("5")
                .launching(7, NOW.plusSeconds(1))
                .inDoubt(Phase.LAUNCH_IN_DOUBT, true, NOW.plusSeconds(2))
                .withResult("8")
                .concluded(Conclusion.FAILED, "No.", List.of(CleanupStep.STOP, CleanupStep.REMOVE), NOW.plusSeconds(3));
        return new RunEntry(new RunOwner("a", "job#1", "production", "id"), state);
    }

    @Test
    void thereIsNothingAtFirst() throws Exception {
        assertThat(store.read()).isEmpty();
    }

    @Test
    void readsAllThatItWrote() throws Exception {
        store.write(List.of(entry()));
        RunEntry read = store.read().get(0);
        assertThat(read.owner()).isEqualTo(entry().owner());
        assertThat(read.state()).usingRecursiveComparison().isEqualTo(entry().state());
        assertThat(file).content().contains("\"server\" : \"https://sc\"");
    }

    @Test
    void keepsTheAddressThatItDoesNotKnow() throws Exception {
        store.write(List.of(entry()));
        RunFile other = new RunFile(file.getParent(), "runs.json", "");
        other.write(other.read());
        assertThat(file).content().contains("\"server\" : \"https://sc\"");
    }

    @Test
    void replacesTheFileAsAWhole() throws Exception {
        store.write(List.of(entry(), entry(), entry()));
        Files.writeString(directory.resolve("new/runs.json.part"), "x".repeat(100_000));
        store.write(List.of(entry()));
        assertThat(store.read()).hasSize(1);
        assertThat(directory.resolve("new").toFile().list()).containsExactly("runs.json");
    }

    @Test
    void toleratesFieldsOfLaterVersions() throws Exception {
        store.write(List.of(entry()));
        Files.writeString(file, Files.readString(file).replace("\"owner\"", "\"later\" : 1, \"owner\""));
        assertThat(store.read()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"runs\" : 1}",
                "{\"runs\" : [{}]}",
                "{\"runs\" : [{\"state\" : {\"phase\" : \"NEW\", \"type\" : \"SCAN\"}}]}",
                "{\"runs\" : [{\"owner\" : {\"key\" : \"a\"}}]}",
                "{\"runs\" : [{\"owner\" : {}, \"state\" : {\"phase\" : \"NEW\", \"type\" : \"SCAN\"}}]}",
                "{\"runs\" : [{\"owner\" : {\"key\" : \"a\"}, \"state\" : {\"phase\" : \"NEW\"}}]}",
                "{\"runs\" : [{\"owner\" : {\"key\" : \"a\"}, \"state\" : {\"phase\" : \"SLEEPING\", \"type\" : \"SCAN\"}}]}"
            })
    void doesNotGuessWhatIsDamaged(String content) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThatThrownBy(() -> store.read()).isInstanceOf(IOException.class);
    }

    @Test
    void setsAFileAside() throws Exception {
        store.write(List.of(entry()));
        assertThat(store.setAside()).exists().hasFileName("runs.json.damaged");
        assertThat(file).doesNotExist();
        store.write(List.of());
        store.setAside();
        assertThat(directory.resolve("new/runs.json.damaged")).content().doesNotContain("job#1");
    }
}
