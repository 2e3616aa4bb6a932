package io.jenkins.plugins.securitycenter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingWorkspaceFileTest {

    @TempDir
    private Path directory;

    private void keep(String content, long bytes) throws Exception {
        Path part = directory.resolve("x.part");
        Files.writeString(part, content);
        new PendingWorkspaceFile.Keep(place().toString(), bytes).invoke(part.toFile(), null);
    }

    private Path place() {
        return directory.resolve("x.nessus");
    }

    @Test
    void getsItsNameWhenAllOfItIsThere() throws Exception {
        keep("whole", 5);
        assertThat(directory).isDirectoryContaining(place()::equals).isDirectoryNotContaining("glob:**.part");
        assertThat(place()).hasContent("whole");
    }

    @Test
    void replacesWhatWasThere() throws Exception {
        Files.writeString(place(), "old");
        keep("new", 3);
        assertThat(place()).hasContent("new");
    }

    @Test
    void replacesALinkAndNotWhatItPointsTo() throws Exception {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "safe");
        Files.createSymbolicLink(place(), elsewhere);
        keep("new", 3);
        assertThat(elsewhere).hasContent("safe");
        assertThat(place()).isRegularFile().hasContent("new");
    }

    @Test
    void staysUnnamedWhenSomeOfItIsLost() throws Exception {
        Files.writeString(place(), "old");
        assertThatThrownBy(() -> keep("hal", 4))
                .isInstanceOf(IOException.class)
                .hasMessage("Only 3 of 4 bytes could be written to " + directory + ".");
        assertThat(place()).hasContent("old");
    }

    @Test
    void isCheckedBeforeAnyFileIsPlaced() throws Exception {
        Path part = Files.writeString(directory.resolve("x.part"), "hal");
        new PendingWorkspaceFile.Check(3).invoke(part.toFile(), null);
        assertThatThrownBy(() -> new PendingWorkspaceFile.Check(4).invoke(part.toFile(), null))
                .isInstanceOf(IOException.class)
                .hasMessage("Only 3 of 4 bytes could be written to " + directory + ".");
        assertThat(part).exists();
    }
}
