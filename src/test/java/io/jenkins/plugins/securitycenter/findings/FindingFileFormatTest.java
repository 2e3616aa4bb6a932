package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.export.Exports;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingFileFormatTest {

    @TempDir
    Path directory;

    private static final String LONG = "a123456789a123456789a123456789a123456789a123456789a123456789a1234";

    private Path file;

    @BeforeEach
    void name() {
        file = StoredFindings.file(directory, "weekly");
    }

    @Test
    void liesBesideTheBuild() {
        assertThat(file).isEqualTo(directory.resolve("securitycenter-weekly.findings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../weekly", "a/b", "a\\b", "a b", "a.b", "\u0000", LONG})
    void keepsIdsFromLeavingTheBuild(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredFindings.file(directory, id))
                .withMessage("id \"" + id + "\" is not valid; use 1 to 64 letters, digits, hyphens and underscores.");
    }

    @Test
    void saysWhenTheFileIsMissing() {
        assertThatIOException()
                .isThrownBy(() -> StoredFindings.open(file))
                .withMessage(
                        "The stored findings in securitycenter-weekly.findings are missing; the file was deleted.");
    }

    @Test
    void givesBackWhatWasStored() throws IOException {
        Risk unknown = new Risk(true, OptionalDouble.empty(), OptionalDouble.empty(), true, true);
        List<StoredFindings.Entry> entries = List.of(
                new StoredFindings.Entry(finding().build(), FindingState.NEW),
                new StoredFindings.Entry(Exports.web(), FindingState.FIXED),
                new StoredFindings.Entry(finding().risk(unknown).port(0).build(), FindingState.NOT_SCANNED));
        store(entries);

        assertThat(all()).isEqualTo(entries);
        assertThat(StoredFindings.open(file).get(1)).isEqualTo(entries.get(1));
    }

    @Test
    void keepsTheIdentityOfHostileFindings() throws IOException {
        store(List.of(new StoredFindings.Entry(Exports.hostile(), FindingState.NEW)));

        assertThat(all().get(0).finding().output()).isEqualTo(Exports.HOSTILE.replace('\uD800', '\uFFFD'));
        assertThat(Fingerprint.of(all().get(0).finding().key(), FieldDigest.PLAIN))
                .isEqualTo(Fingerprint.of(Exports.hostile().key(), FieldDigest.PLAIN));
    }

    @Test
    void findsEveryRowAmongManyBlocks() throws IOException {
        store(many(10_000));
        StoredFindings stored = StoredFindings.open(file);

        assertThat(stored.size()).isEqualTo(10_000);
        for (int row : new int[] {0, 255, 256, 4095, 4096, 9_999}) {
            assertThat(stored.get(row).finding()).isEqualTo(ManyFindings.finding(row));
        }
        assertThatThrownBy(() -> stored.get(10_000)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stored.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsIdentitiesWithoutTheTexts() throws IOException {
        store(many(1000));
        List<Finding> findings = new ArrayList<>();
        try (OpenFindingFile open = OpenFindingFile.open(file)) {
            open.readKeys(findings::add);
        }

        assertThat(findings)
                .hasSize(1000)
                .allSatisfy(finding -> assertThat(finding.plugin().name()).isEmpty());
        assertThat(findings.get(777).key()).isEqualTo(ManyFindings.finding(777).key());
    }

    @Test
    void handsOverWhatTheNextComparisonHasToKnow() throws IOException {
        List<StoredFindings.Entry> entries = new ArrayList<>();
        for (FindingState state : FindingState.values()) {
            entries.add(new StoredFindings.Entry(ManyFindings.finding(state.ordinal()), state));
        }
        store(entries);
        List<Finding> read = new ArrayList<>();
        try (OpenFindingFile open = OpenFindingFile.open(file)) {
            open.read(read::add);
        }

        entries.removeIf(entry -> entry.change() == FindingState.FIXED);
        assertThat(read)
                .isEqualTo(entries.stream().map(StoredFindings.Entry::finding).toList());
    }

    @Test
    void standsEnormousOutput() throws IOException {
        Finding enormous = finding().output("x".repeat(3 << 20)).build();
        store(List.of(
                new StoredFindings.Entry(enormous, FindingState.NEW),
                new StoredFindings.Entry(finding().build(), FindingState.NEW)));

        assertThat(StoredFindings.open(file).get(0).finding()).isEqualTo(enormous);
        assertThat(StoredFindings.open(file).get(1).finding())
                .isEqualTo(finding().build());
    }

    @Test
    void storesNoFindings() throws IOException {
        store(List.of());

        assertThat(all()).isEmpty();
        assertThat(StoredFindings.open(file).table().findings(TableQuery.FIRST))
                .isEqualTo(new TablePage<>(0, 0, List.of()));
    }

    @Test
    void appearsOnlyOnceComplete() throws IOException {
        store(many(1));
        byte[] before = Files.readAllBytes(file);
        FindingFileWriter writer = new FindingFileWriter(file);
        writer.begin();
        writer.write(ManyFindings.finding(2), FindingState.NEW);
        writer.close();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> paths = Files.list(directory)) {
            assertThat(paths).hasSize(1);
        }
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        store(many(5));
        store(many(2));

        assertThat(StoredFindings.open(file).size()).isEqualTo(2);
    }

    @Test
    void refusesANewerFormatInOneSentence() throws IOException {
        store(many(1));
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = 2;
        Files.write(file, bytes);

        assertThatIOException()
                .isThrownBy(() -> StoredFindings.open(file))
                .withMessage(
                        "The stored findings in securitycenter-weekly.findings have format 2, but this version of the"
                                + " plugin reads only format 1; update the plugin.");
    }

    @Test
    void noticesEveryDamagedByte() throws IOException {
        store(many(3));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            assertThatIOException().isThrownBy(this::readEverything).withMessageContaining("securitycenter-weekly");
        }
    }

    @Test
    void noticesEveryMissingEnd() throws IOException {
        store(many(3));
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatIOException()
                    .isThrownBy(this::readEverything)
                    .withMessage("The stored findings in securitycenter-weekly.findings are damaged; delete the build,"
                            + " or restore the file from a backup.");
        }
    }

    private void readEverything() throws IOException {
        all();
        StoredFindings.open(file).table();
    }

    private List<StoredFindings.Entry> all() throws IOException {
        List<StoredFindings.Entry> entries = new ArrayList<>();
        StoredFindings.open(file)
                .forEach(row -> true, (finding, state) -> entries.add(new StoredFindings.Entry(finding, state)));
        return entries;
    }

    private void store(List<StoredFindings.Entry> entries) throws IOException {
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (StoredFindings.Entry entry : entries) {
                writer.write(entry.finding(), entry.change());
            }
            writer.end();
        }
    }

    private static List<StoredFindings.Entry> many(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new StoredFindings.Entry(ManyFindings.finding(i), FindingState.NEW))
                .toList();
    }
}
