package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scan without plugin 19506 sends one of the two findings of its host. */
class PartialScanTest {

    private static final String HOST = "'ip':'192.0.2.1','uniqueness':'repositoryID,ip,dnsName'";
    private static final String WEB = "'url':'https://shop.example.com/','uniqueness':'repositoryID,url'";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "Completed, false, 1",
        "Completed, true, 1",
        "Partial, false, 0",
        "Partial, true, 0",
        "Stopped, false, 0",
        "Error, false, 0",
        "Running, false, 0",
        "Paused, false, 0",
        "'', false, 0"
    })
    void fixesNothingIfItIsPartial(String status, boolean web, long fixed) throws Exception {
        String host = web ? WEB : HOST;
        read("before", "Completed", Optional.empty(), row("1", host), row("2", host));
        ReferenceFindings before = OpenFindingFile.open(directory.resolve("before.findings"));

        StateCounts changes = read("now", status, Optional.of(before), row("2", host));
        assertThat(changes.fixed().total()).isEqualTo(fixed);
        assertThat(changes.notChecked().total()).isEqualTo(1 - fixed);
    }

    @ParameterizedTest
    @CsvSource({
        "Completed, missing findings of scanned hosts count as fixed",
        "Partial, The scan is partial and does not report which hosts it scanned to the end"
    })
    void saysWhatMissingFindingsCountAs(String status, String line) throws Exception {
        assertThat(made("now", status, Optional.empty(), row("1", HOST)).log()).contains(line);
    }

    private StateCounts read(String name, String status, Optional<ReferenceFindings> reference, String... rows)
            throws Exception {
        return made(name, status, reference, rows).summary().changes();
    }

    private BuildReading.Made made(String name, String status, Optional<ReferenceFindings> reference, String... rows)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                SecurityCenter connection = server.connect()) {
            server.says(
                    "GET /scanResult/8",
                    json("{'id':'8','status':'" + status
                            + "','importStatus':'Finished','progress':{'scannedSize':1}}"));
            server.says("GET /acceptRiskRule", "[]");
            server.says(
                    "POST /analysis",
                    json("{'totalRecords':'" + rows.length + "','results':[" + String.join(",", rows) + "]}"));
            return new BuildReading(
                            reference,
                            List.of(),
                            incomplete -> new FindingWriters(
                                    new FindingFileWriter(directory.resolve(name + ".findings")), List.of()),
                            InstantSource.system())
                    .read(connection, AnalysisQuery.ofScanResult("8"));
        }
    }

    private static String row(String plugin, String host) {
        return "{'pluginID':'" + plugin + "','severity':{'id':'3'}," + host
                + ",'port':'443','protocol':'TCP','checkType':'remote','repository':{'id':'1'}}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
