package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFindingFileTest {

    private static final String NAME = "securitycenter-weekly.findings";

    @TempDir
    Path build;

    @Test
    void haveTheirNameOnceTheyArePublished() throws IOException {
        try (PendingFindingFile pending = PendingFindingFile.of(build, "weekly")) {
            write(pending);
            assertThat(names()).hasSize(1).doesNotContain(NAME);
            pending.publish();
            pending.confirm();
        }
        assertThat(names()).containsExactly(NAME);
        assertThat(StoredFindings.open(build.resolve(NAME)).size()).isEqualTo(1);
    }

    @Test
    void leaveNothingWhenTheyAreNotPublished() throws IOException {
        try (PendingFindingFile pending = PendingFindingFile.of(build, "weekly")) {
            write(pending);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void leaveNothingWhenTheyAreNotConfirmed() throws IOException {
        try (PendingFindingFile pending = PendingFindingFile.of(build, "weekly")) {
            write(pending);
            pending.publish();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void leaveNothingWhenTheyAreNotComplete() throws IOException {
        try (PendingFindingFile pending = PendingFindingFile.of(build, "weekly");
                FindingWriter writer = pending.writer()) {
            writer.begin();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void removeWhatACrashLeft() throws IOException {
        write(PendingFindingFile.of(build, "weekly"));
        Files.createFile(build.resolve(NAME + ".tmp"));
        Files.createFile(build.resolve(NAME));
        List<String> others = List.of("build.xml", "securitycenter-weekly-2.findings-1.tmp", "other.tmp");
        for (String other : others) {
            Files.createFile(build.resolve(other));
        }
        try (PendingFindingFile again = PendingFindingFile.of(build, "weekly")) {
            assertThat(names()).contains(NAME).containsAll(others).hasSize(4);
            write(again);
            again.publish();
            again.confirm();
        }
        assertThat(StoredFindings.open(build.resolve(NAME)).size()).isEqualTo(1);
    }

    private static void write(PendingFindingFile pending) throws IOException {
        try (FindingWriter writer = pending.writer()) {
            writer.begin();
            writer.write(new RecordedFinding(finding().build(), FindingState.NEW));
            writer.end();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(build)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
