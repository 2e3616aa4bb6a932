package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.export.Exports;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingFileFormatTest {

    @TempDir
    Path directory;

    private static final String LONG = "a123456789a123456789a123456789a123456789a123456789a123456789a1234";

    private static final TableQuery SUPPRESSED = TableQuery.FIRST.with(
            new TableFilter(Set.of(), Set.of(), "", "", -1, false, "", "", true, RiskFilter.ALL, "", ""));

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
        Suppression suppression = new Suppression("plugin 10107", LocalDate.of(2027, 3, 31), "Own authority, SEC-1234");
        Risk rated = new Risk(
                false,
                OptionalDouble.of(9.3),
                4,
                OptionalDouble.empty(),
                OptionalDouble.of(0.97),
                true,
                "agreed",
                false);
        Risk unknown = new Risk(
                true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", true);
        List<RecordedFinding> entries = List.of(
                new RecordedFinding(finding().build(), FindingState.NEW),
                new RecordedFinding(Exports.web(), FindingState.FIXED),
                new RecordedFinding(finding().risk(unknown).port(0).build(), FindingState.NOT_SCANNED),
                new RecordedFinding(
                        finding().risk(rated).port(1).build(),
                        FindingState.OUTSTANDING,
                        Optional.of(suppression),
                        Optional.of(LocalDate.of(2026, 11, 28)),
                        true));
        store(entries);

        assertThat(all()).isEqualTo(entries);
        assertThat(StoredFindings.open(file).get(1)).isEqualTo(entries.get(1));
        assertThat(StoredFindings.open(file).table().findings(SUPPRESSED).entries())
                .filteredOn(FindingRow::suppressed)
                .singleElement()
                .satisfies(row -> assertThat(row.overdue()).isTrue())
                .satisfies(row -> assertThat(row.finding().risk().cvssVersion()).isEqualTo(4))
                .satisfies(row -> assertThat(row.finding().risk().epssPercent()).hasValue(0.97));
    }

    @Test
    void givesBackWhatTheServerDidNotSend() throws IOException {
        Plugin plugin = new Plugin(
                "10107",
                "HTTP Server Type",
                "Web Servers",
                "",
                "",
                "Hide it.",
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty(),
                Set.of(Plugin.Field.XREF));
        RecordedFinding entry =
                new RecordedFinding(finding().plugin(plugin).risk(Risk.NONE).build(), FindingState.NEW);
        store(List.of(entry));

        assertThat(all()).containsExactly(entry);
        FindingTable table = StoredFindings.open(file).table();
        assertThat(table.findings(TableQuery.FIRST).entries())
                .singleElement()
                .satisfies(row -> assertThat(row.finding().risk()).isEqualTo(Risk.NONE))
                .satisfies(
                        row -> assertThat(row.finding().plugin().listedByCisa()).isEmpty());
        assertThat(table.fixes(TableQueries.sorted(TableQuery.FIRST, SortColumn.RISK, true))
                        .entries())
                .singleElement()
                .satisfies(row -> assertThat(row.listedByCisa()).isEmpty());
        assertThat(StoredFindings.open(file).topFixes())
                .extracting(TopFix::knownExploited)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhichFieldTheServerDidNotSend(Plugin.Field field) throws IOException {
        Plugin plugin = new Plugin(
                "7",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty(),
                Set.of(field));
        RecordedFinding entry = new RecordedFinding(finding().plugin(plugin).build(), FindingState.NEW);
        store(List.of(entry));

        assertThat(all()).containsExactly(entry);
    }

    @Test
    void keepsTheIdentityOfHostileFindings() throws IOException {
        store(List.of(new RecordedFinding(Exports.hostile(), FindingState.NEW)));

        assertThat(all().get(0).finding().output()).isEqualTo(HostileTexts.MIXED.replace('\uD800', '\uFFFD'));
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
        List<RecordedFinding> entries = new ArrayList<>();
        for (FindingState state : FindingState.values()) {
            entries.add(new RecordedFinding(ManyFindings.finding(state.ordinal()), state));
        }
        store(entries);
        List<Finding> read = new ArrayList<>();
        try (OpenFindingFile open = OpenFindingFile.open(file)) {
            open.read(read::add);
        }

        entries.removeIf(entry -> entry.state() == FindingState.FIXED);
        assertThat(read)
                .isEqualTo(entries.stream().map(RecordedFinding::finding).toList());
    }

    @Test
    void standsEnormousOutput() throws IOException {
        Finding enormous = finding().output("x".repeat(3 << 20)).build();
        store(List.of(
                new RecordedFinding(enormous, FindingState.NEW),
                new RecordedFinding(finding().build(), FindingState.NEW)));

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
        writer.write(new RecordedFinding(ManyFindings.finding(2), FindingState.NEW));
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
        bytes[11] = 6;
        Files.write(file, bytes);

        assertThatIOException()
                .isThrownBy(() -> StoredFindings.open(file))
                .withMessage(
                        "The stored findings in securitycenter-weekly.findings have format 6, but this version of the"
                                + " plugin reads only formats up to 5; update the plugin.");
    }

    @Test
    void readsTheFirstFormat() throws IOException {
        List<RecordedFinding> stored;
        try (InputStream first = getClass().getResourceAsStream("format-1.findings")) {
            Files.copy(first, file);
            stored = all();
        }

        assertThat(stored).hasSize(6);
        for (int i = 0; i < 5; i++) {
            RecordedFinding recorded = stored.get(i);
            assertThat(recorded.state()).isEqualTo(FindingState.values()[i]);
            assertThat(recorded.suppressed() || recorded.overdue()).isFalse();
            assertThat(recorded.finding()).isEqualTo(ofFirstFormat(Integer.toString(10107 + i), i * 443));
        }
        FindingRow row = StoredFindings.open(file)
                .table()
                .findings(TableQuery.FIRST)
                .entries()
                .get(0);
        assertThat(row.finding().risk())
                .isEqualTo(stored.get(row.row()).finding().risk());
    }

    @Test
    void readsTheSecondFormat() throws IOException {
        readSamples("format-2.findings");

        FindingTable table = StoredFindings.open(file).table();
        assertThat(table.fixes(TableQueries.sorted(TableQuery.FIRST, SortColumn.RISK, true))
                        .entries())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.solution()).isEqualTo("Hide it."))
                .allSatisfy(row -> assertThat(row.due()).isEmpty());
    }

    @Test
    void readsTheThirdFormat() throws IOException {
        List<RecordedFinding> stored = readSamples("format-3.findings");

        assertThat(StoredFindings.open(file).get(4)).isEqualTo(stored.get(4));
    }

    @Test
    void readsTheFourthFormat() throws IOException {
        List<RecordedFinding> stored = readSamples("format-4.findings");

        assertThat(StoredFindings.open(file).get(4)).isEqualTo(stored.get(4));
    }

    /** Reads a file of an earlier format with one finding of each state. */
    private List<RecordedFinding> readSamples(String name) throws IOException {
        try (InputStream earlier = getClass().getResourceAsStream(name)) {
            Files.copy(earlier, file);
        }
        List<RecordedFinding> stored = all();
        assertThat(stored).hasSize(6);
        for (int i = 0; i < 6; i++) {
            RecordedFinding recorded = stored.get(i);
            assertThat(recorded.state()).isEqualTo(FindingState.values()[i]);
            assertThat(recorded.suppressed()).isEqualTo(i == 1);
            assertThat(recorded.overdue()).isEqualTo(i == 0);
            assertThat(recorded.finding())
                    .isEqualTo(finding()
                            .plugin(Integer.toString(10107 + i))
                            .port(i * 443)
                            .build());
        }
        return stored;
    }

    /** What the first format knows of a sample finding. */
    private static Finding ofFirstFormat(String plugin, int port) {
        Plugin whole = finding().plugin(plugin).build().plugin();
        Plugin known = new Plugin(
                whole.id(),
                whole.name(),
                whole.family(),
                whole.synopsis(),
                whole.description(),
                whole.solution(),
                whole.cves(),
                whole.seeAlso(),
                Plugin.CheckType.UNKNOWN,
                List.of(),
                Optional.empty(),
                Set.of(Plugin.Field.XREF));
        Risk risk = new Risk(
                false, OptionalDouble.of(7.5), 0, OptionalDouble.of(6.1), OptionalDouble.empty(), false, "", false);
        return finding().plugin(known).port(port).risk(risk).build();
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

    private List<RecordedFinding> all() throws IOException {
        List<RecordedFinding> entries = new ArrayList<>();
        StoredFindings.open(file).forEach(row -> true, entries::add);
        return entries;
    }

    private void store(List<RecordedFinding> entries) throws IOException {
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (RecordedFinding entry : entries) {
                writer.write(entry);
            }
            writer.end();
        }
    }

    private static List<RecordedFinding> many(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new RecordedFinding(ManyFindings.finding(i), FindingState.NEW))
                .toList();
    }
}
