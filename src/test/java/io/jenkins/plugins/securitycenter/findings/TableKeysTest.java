package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts and plugins whose names were chosen so that they look like others. */
class TableKeysTest {

    private static final String BY_NAME = "repositoryID,ip,dnsName";

    @TempDir
    Path directory;

    @Test
    void keepsHostsApartWhoseNamesLookLikeFieldsOfOthers() throws IOException {
        Host one = new Host("192.0.2.1", "", "a, netbiosName=b", "c", "", BY_NAME);
        Host other = new Host("192.0.2.1", "", "a", "b, netbiosName=c", "", BY_NAME);
        assertThat(one).hasToString(other.toString());

        FindingTable table =
                store(finding().host(one).build(), finding().host(other).build());

        assertThat(table.findings(TableQuery.FIRST).entries())
                .extracting(row -> row.finding().host())
                .containsExactly(one, other);
        assertThat(table.hosts(TableQuery.FIRST).entries())
                .extracting(HostRow::host)
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void refusesMoreProtocolsThanCanBeNumbered() {
        Finding[] findings = IntStream.rangeClosed(0, 0x10000)
                .mapToObj(number -> finding().protocol("P" + number).build())
                .toArray(Finding[]::new);
        assertThatThrownBy(() -> store(findings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The findings cannot be stored: they have more than 65536 different protocols or"
                        + " repositories.");
    }

    @Test
    void keepsNamesOnOneAddressApart() throws IOException {
        FindingTable table = store(
                on("192.0.2.1", "a").build(),
                on("192.0.2.1", "b").build(),
                on("192.0.2.1", "").build());

        assertThat(table.hosts(TableQuery.FIRST).entries())
                .extracting(row -> row.host().dnsName())
                .containsExactlyInAnyOrder("a", "b", "");
        assertThat(table.plugins(TableQuery.FIRST).entries())
                .extracting(PluginRow::hosts)
                .containsExactly(3);
    }

    @Test
    void keepsAHostApartThatIsCalledLikeTheAddressOfAnother() throws IOException {
        FindingTable table =
                store(on("192.0.2.1", "").build(), on("", "192.0.2.1").build());

        assertThat(table.hosts(TableQuery.FIRST).matching()).isEqualTo(2);
    }

    @Test
    void sumsTheSpellingsOfAHost() throws IOException {
        FindingTable table =
                store(on("2001:db8::1", "a").build(), on("2001:DB8:0::1", "A.").build());

        assertThat(table.hosts(TableQuery.FIRST).matching()).isEqualTo(1);
    }

    @Test
    void keepsPluginsApartWhoseTextsHaveTheSameHash() throws IOException {
        Plugin one = plugin("Aa");
        Plugin other = plugin("BB");
        assertThat(one).hasSameHashCodeAs(other);

        FindingTable table =
                store(finding().plugin(one).build(), finding().plugin(other).build());

        assertThat(table.findings(TableQuery.FIRST).entries())
                .extracting(row -> row.finding().plugin().name())
                .containsExactly("Aa", "BB");
        List<String> stored = new ArrayList<>();
        StoredFindings.open(StoredFindings.file(directory, "weekly"))
                .forEach(
                        row -> true,
                        recorded -> stored.add(recorded.finding().plugin().name()));
        assertThat(stored).containsExactly("Aa", "BB");
    }

    @Test
    void showsHalvesOfSurrogatePairsAsTheExportsDo() throws IOException {
        Finding finding = on("192.0.2.1", "a\uD83D").build();
        FindingTable table = store(finding);

        assertThat(table.findings(TableQuery.FIRST)
                        .entries()
                        .get(0)
                        .finding()
                        .host()
                        .dnsName())
                .isEqualTo("a\uFFFD");
        Finding stored = StoredFindings.open(StoredFindings.file(directory, "weekly"))
                .get(0)
                .finding();
        assertThat(Fingerprint.of(stored)).isEqualTo(Fingerprint.of(finding));
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(export(format, finding)).as(format.name()).isEqualTo(export(format, stored));
        }
    }

    private static String export(ExportFormat format, Finding finding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = format.writer(bytes, ExportOptions.DEFAULT)) {
            writer.begin();
            writer.write(new RecordedFinding(finding, FindingState.NEW));
            writer.end();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static SampleFinding on(String ip, String name) {
        return finding().host(new Host(ip, "", name, "", "", BY_NAME));
    }

    private static Plugin plugin(String name) {
        return new Plugin(
                "10107",
                name,
                "Web Servers",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());
    }

    private FindingTable store(Finding... findings) throws IOException {
        Path file = StoredFindings.file(directory, "weekly");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (Finding finding : findings) {
                writer.write(new RecordedFinding(finding, FindingState.NEW));
            }
            writer.end();
        }
        return StoredFindings.open(file).table();
    }
}
