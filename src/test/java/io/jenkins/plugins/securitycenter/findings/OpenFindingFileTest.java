package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OpenFindingFileTest {

    private static final int MANY = 600;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void store() throws IOException {
        file = StoredFindings.file(directory, "weekly");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (int i = 0; i < MANY; i++) {
                writer.write(new RecordedFinding(ManyFindings.finding(i), FindingState.NEW));
            }
            writer.end();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // an open file may not be deleted there
    void canBeReadWhenTheirBuildIsDeleted() throws IOException {
        try (OpenFindingFile open = OpenFindingFile.open(file)) {
            List<Finding> keys = new ArrayList<>();
            open.readKeys(keys::add);
            Files.delete(file);
            List<Finding> findings = new ArrayList<>();
            open.read(findings::add);

            assertThat(keys).hasSize(MANY);
            assertThat(findings)
                    .isEqualTo(IntStream.range(0, MANY)
                            .mapToObj(ManyFindings::finding)
                            .toList());
        }
    }

    @Test
    void passOnOnlyWhatIsWantedWithItsOutput() throws IOException {
        try (OpenFindingFile open = OpenFindingFile.open(file)) {
            List<RecordedFinding> asked = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            open.readRecorded(
                    recorded -> {
                        asked.add(recorded);
                        return asked.size() % 7 == 3;
                    },
                    recorded -> findings.add(recorded.finding()));

            assertThat(asked).hasSize(MANY);
            assertThat(findings)
                    .isEqualTo(IntStream.range(0, MANY)
                            .filter(i -> i % 7 == 2)
                            .mapToObj(ManyFindings::finding)
                            .toList());
        }
    }

    @Test
    void doNotOpenWhenALaterReadingWouldFail() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int refused = 0;
        int step = bytes.length / 200;
        for (int i = 0; i < bytes.length; i += step) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            refused += refused() ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    /** Whether a damaged file was refused; one that is not can be read to its end. */
    private boolean refused() throws IOException {
        OpenFindingFile open;
        try {
            open = OpenFindingFile.open(file);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("are damaged");
            return true;
        }
        try (open) {
            open.readKeys(finding -> {});
            open.read(finding -> {});
        }
        return false;
    }

    @Test
    void sayThatTheyAreMissing() throws IOException {
        Files.delete(file);
        assertThatIOException()
                .isThrownBy(() -> OpenFindingFile.open(file))
                .withMessageEndingWith("are missing; the file was deleted.");
    }
}
