package io.jenkins.plugins.securitycenter.findings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a stored file by the rules of docs/findings-format.md alone. */
class FindingsFormatTest {

    private static final int ROWS = 5_000;

    @TempDir
    private Path directory;

    private byte[] file;
    private int covered = 12 + 16;

    @Test
    void isWhatThePageSays() throws IOException {
        store();
        assertThat(new String(file, 0, 8, UTF_8)).isEqualTo("SCFINDNG");
        assertThat(stream(8).readInt()).isEqualTo(5);
        DataInputStream footer = section(stream(file.length - 16));
        List<DataInputStream[]> blocks = new ArrayList<>();
        for (int left = footer.readInt(); left > 0; left--) {
            footer.skipNBytes(2 * Integer.BYTES);
            blocks.add(new DataInputStream[] {section(footer), section(footer)});
        }
        List<DataInputStream> segments = sections(footer);
        List<String> plugins = new ArrayList<>();
        for (DataInputStream plugin : sections(footer)) {
            plugins.add(plugin(plugin));
        }
        assertThat(texts(footer, footer.readInt())).isEqualTo("TCP|");
        assertThat(texts(footer, footer.readInt() * 2)).isEqualTo("4|Outside|");
        List<String> rows = new ArrayList<>();
        for (DataInputStream[] parts : blocks) {
            DataInputStream block = parts[0];
            List<String> hosts = new ArrayList<>();
            List<String> repositories = new ArrayList<>();
            while (block.available() > 0) {
                rows.add(block.readByte() + "|" + plugins.get(block.readInt()) + texts(block, 1)
                        + known(hosts, block, 6) + known(repositories, block, 2) + block.readByte() + "|"
                        + block.readInt() + "|" + texts(block, 1) + block.readByte() + "|" + block.readDouble() + "|"
                        + block.readDouble() + "|" + block.readLong() + "|" + block.readLong() + "|"
                        + assessment(block) + texts(parts[1], 1));
            }
            assertThat(parts[1].available()).isZero();
        }
        for (int row = 0; row < ROWS; row++) {
            assertThat(rows.get(row)).isEqualTo(expected(row));
        }
        assertThat(rows).hasSize(ROWS);
        table(segments);
        assertThat(covered).as("header, tail and all sections").isEqualTo(file.length);
    }

    private static String known(List<String> values, DataInputStream in, int texts) throws IOException {
        int number = in.readInt();
        if (number == values.size()) {
            values.add(texts(in, texts));
        }
        return values.get(number);
    }

    private static String assessment(DataInputStream in) throws IOException {
        String text = in.readByte() + "|" + in.readDouble() + "|" + texts(in, 1);
        int due = in.readInt();
        return due == Integer.MIN_VALUE
                ? text + due + "|"
                : text + due + "|" + texts(in, 1) + in.readInt() + "|" + texts(in, 1);
    }

    private static RecordedFinding recorded(int row) {
        Finding finding = ManyFindings.finding(row);
        FindingState state = FindingState.values()[row % 6];
        return row % 2 == 0
                ? new RecordedFinding(finding, state)
                : new RecordedFinding(
                        finding,
                        state,
                        Optional.of(new Suppression("plugin 1", LocalDate.ofEpochDay(20_001), "Own authority")),
                        Optional.of(LocalDate.ofEpochDay(20_000)),
                        true);
    }

    private static void table(List<DataInputStream> segments) throws IOException {
        int rows = 0;
        for (DataInputStream segment : segments) {
            int number = segment.readInt();
            assertThat(segment.readByte())
                    .isEqualTo((byte) ManyFindings.finding(rows).severity().id());
            segment.skipNBytes(32L * number - 1);
            for (int left = segment.readInt(); left > 0; left--) {
                assertThat(plugin(segment)).matches("\\d+\\|[^|]*\\|[^|]*\\|\\|\\|[^|]+\\|CVE-(?s:.*)");
            }
            texts(segment, segment.readInt() * 6);
            assertThat(segment.available()).isZero();
            rows += number;
        }
        assertThat(rows).isEqualTo(ROWS);
    }

    private static String expected(int row) {
        Finding finding = ManyFindings.finding(row);
        var plugin = finding.plugin();
        var host = finding.host();
        return row % 6 + "|" + String.join("|", plugin.id(), plugin.name(), plugin.family(), plugin.synopsis()) + "|"
                + plugin.description() + "|" + plugin.solution() + "|" + String.join("|", plugin.cves()) + "|"
                + String.join("|", plugin.seeAlso()) + "|0|0|0|" + plugin.id() + "|" + host.ip() + "||" + host.dnsName()
                + "|" + host.netbiosName() + "||" + host.uniqueness() + "|4|Outside|"
                + finding.severity().id() + "|"
                + finding.port() + "|TCP|" + ((finding.risk().exploitAvailable() ? 1 : 0) + (row % 2 == 0 ? 0 : 8 + 16))
                + "|"
                + finding.risk().cvss().orElse(Double.NaN) + "|"
                + finding.risk().vpr().orElse(Double.NaN) + "|"
                + finding.firstSeen().orElseThrow().getEpochSecond() + "|1700000000|"
                + finding.risk().cvssVersion()
                + "|NaN||" + (row % 2 == 0 ? "-2147483648|" : "20000|plugin 1|20001|Own authority|")
                + finding.output() + "|";
    }

    private List<DataInputStream> sections(DataInputStream in) throws IOException {
        List<DataInputStream> sections = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sections.add(section(in));
        }
        return sections;
    }

    private DataInputStream section(DataInputStream reference) throws IOException {
        int offset = (int) reference.readLong();
        int length = reference.readInt();
        CRC32 crc = new CRC32();
        crc.update(file, offset, length);
        assertThat((int) crc.getValue()).isEqualTo(reference.readInt());
        covered += length;
        byte[] content = new InflaterInputStream(new ByteArrayInputStream(file, offset, length)).readAllBytes();
        return new DataInputStream(new ByteArrayInputStream(content));
    }

    private static String plugin(DataInputStream in) throws IOException {
        return texts(in, 6) + texts(in, in.readInt()) + texts(in, in.readInt()) + in.readByte() + "|"
                + texts(in, in.readInt()) + in.readLong() + "|" + in.readByte() + "|";
    }

    private static String texts(DataInputStream in, int count) throws IOException {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            texts.append(new String(in.readNBytes(in.readInt()), UTF_8)).append('|');
        }
        return texts.toString();
    }

    private DataInputStream stream(int offset) {
        return new DataInputStream(new ByteArrayInputStream(file, offset, file.length - offset));
    }

    private void store() throws IOException {
        Path path = directory.resolve("securitycenter-weekly.findings");
        try (FindingFileWriter writer = new FindingFileWriter(path)) {
            writer.begin();
            for (int row = 0; row < ROWS; row++) {
                writer.write(recorded(row));
            }
            writer.end();
        }
        file = Files.readAllBytes(path);
    }
}
