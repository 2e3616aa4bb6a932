package io.jenkins.plugins.securitycenter.record;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference has plugin 1 on a host that is still there. */
class FilteredOutFindingsTest {

    private static final AnalysisQuery ALL = AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE);
    private static final String HOST =
            "'ip':'192.0.2.1','uniqueness':'repositoryID,ip,dnsName','repository':{'id':'1'}";
    private static final String HOSTS = list("{" + HOST + "}");
    private static final Gate DELTA =
            new Gate(1, Severity.HIGH, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.FAILURE);

    @TempDir
    private Path directory;

    private final ScriptedServer script = new ScriptedServer().says("GET /acceptRiskRule", "[]");
    private final SecurityCenter server = script.connect();
    private boolean otherFilters;

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @ParameterizedTest
    @CsvSource({"lastSeen, 0:30", "vprScore, 7-10", "cvssV3BaseScore, 7-10", "exploitAvailable, true", "severity, '3,4'"
    })
    void areNotFixed(String filter, String value) throws Exception {
        reference(ALL.filter(filter, value));

        StateCounts changes = read(ALL.filter(filter, value), HOSTS, list(), list(row(1, 1)))
                .summary()
                .changes();
        assertThat(changes.fixed().total()).isZero();
        assertThat(changes.notChecked().total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"lastSeen, 0:30", "severity, '3,4'"})
    void areFixedIfNotFound(String filter, String value) throws Exception {
        reference(ALL.filter(filter, value));

        StateCounts changes = read(ALL.filter(filter, value), HOSTS, list(), list(row(2, 4)))
                .summary()
                .changes();
        assertThat(changes.fixed().total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"pluginID, '1,2'", "port, 443", "severity, '0,1,2,3,4'"})
    void areNotReadIfTheFiltersCannotDropThem(String filter, String value) throws Exception {
        reference(ALL.filter(filter, value));
        int before = script.asked().size();

        assertThat(read(ALL.filter(filter, value), HOSTS, list())
                        .summary()
                        .changes()
                        .fixed()
                        .total())
                .isEqualTo(1);
        assertThat(script.asked().subList(before, script.asked().size()))
                .filteredOn(asked -> asked.path().startsWith("/analysis"))
                .hasSize(2);
    }

    /** The gate must not pass because the build looks at fewer ports than the reference. */
    @ParameterizedTest
    @CsvSource({"port, 8443", "protocol, 17", "pluginID, 2", "pluginName, x"})
    void areNotFixedIfTheReferenceHadOtherFilters(String filter, String value) throws Exception {
        reference(ALL);
        AnalysisQuery query = ALL.filter(filter, value);
        script.forget("POST /analysis").says("POST /analysis", HOSTS, list(row(2, 4)), list(row(1, 4)));
        otherFilters = true;
        BuildReading.Made made = build("now", query, Severity.INFO);

        assertThat(made.summary().changes().fixed().total()).isZero();
        assertThat(made.summary().changes().notChecked().total()).isEqualTo(1);
        assertThat(made.summary().verdict().gates().get(0).count()).isEqualTo(1);
    }

    /** The build before had the same filters, but remembers a finding of one without them. */
    @ParameterizedTest
    @CsvSource({"port, 8443", "protocol, 17", "pluginID, 2"})
    void areNotFixedIfAnEarlierRecordHadOtherFilters(String filter, String value) throws Exception {
        reference(ALL);
        AnalysisQuery query = ALL.filter(filter, value);
        script.forget("POST /analysis").says("POST /analysis", HOSTS, list(row(2, 4)), list(row(1, 4)));
        otherFilters = true;
        build("now", query, Severity.INFO);
        Files.move(directory.resolve("now.findings"), directory.resolve("before.findings"), REPLACE_EXISTING);
        script.forget("POST /analysis").says("POST /analysis", HOSTS, list(row(2, 4)), list(row(1, 4)));
        otherFilters = false;
        BuildReading.Made made = build("now", query, Severity.INFO);

        assertThat(made.summary().changes().fixed().total()).isZero();
        assertThat(made.summary().changes().notChecked().total()).isEqualTo(1);
        assertThat(made.summary().changes().outstanding().total()).isEqualTo(1);
    }

    /** Mitigated findings say nothing about open ones, and one of them that is missing may be open again. */
    @ParameterizedTest
    @EnumSource(
            value = AnalysisQuery.SourceType.class,
            names = {"CUMULATIVE", "PATCHED"})
    void areNotFixedIfOnlyMitigatedOnesAreRead(AnalysisQuery.SourceType before) throws Exception {
        reference(AnalysisQuery.of(before));
        AnalysisQuery mitigated = AnalysisQuery.of(AnalysisQuery.SourceType.PATCHED);
        BuildReading.Made made = build("now", mitigated, Severity.INFO, list(row(2, 4)));

        assertThat(made.summary().changes().fixed().total()).isZero();
        assertThat(made.summary().changes().notChecked().total()).isEqualTo(1);
        assertThat(made.summary().verdict().gates().get(0).count()).isEqualTo(1);
    }

    @Test
    void areReadByPluginAndOtherSeverities() throws Exception {
        AnalysisQuery query = ALL.filter("repositoryIDs", "1");
        reference(query);
        BuildReading.Made made = build("now", query, Severity.HIGH, HOSTS, list(row(2, 3)), list(row(1, 1)));

        JsonNode filters = script.asked("POST /analysis").json().path("query").path("filters");
        assertThat(filters)
                .extracting(filter -> filter.path("filterName").asText() + "="
                        + filter.path("value").asText())
                .containsExactlyInAnyOrder("repositoryIDs=1", "pluginID=1", "severity=0,1,2", "acceptRiskStatus=all");
        assertThat(made.summary().changes().notChecked().total()).isEqualTo(1);
        assertThat(made.summary().verdict().passed()).as("plugin 2 is new").isFalse();
        assertThat(made.log())
                .contains(
                        "Findings of the reference that still exist without matching the filters, so they count as not checked: 1");
    }

    /** The risk was accepted, and the account cannot read the rules. */
    @Test
    void areNotFixedIfTheyWereAccepted() throws Exception {
        AnalysisQuery query = ALL.filter("acceptRiskStatus", "nonAcceptedRisk");
        reference(query);
        script.forget("GET /acceptRiskRule").refuses("GET /acceptRiskRule", 1, "No.");

        StateCounts changes = read(query, HOSTS, list(), list(row(1, 4).replace("'port'", "'acceptRisk':'1','port'")))
                .summary()
                .changes();
        assertThat(changes.fixed().total()).isZero();
        assertThat(changes.notChecked().total()).isEqualTo(1);
        assertThat(script.asked("POST /analysis").json().path("query").path("filters"))
                .extracting(filter -> filter.path("filterName").asText() + "="
                        + filter.path("value").asText())
                .containsExactlyInAnyOrder("pluginID=1", "acceptRiskStatus=all");
    }

    @Test
    void areNotFixedIfTheServerIgnoresTheFilter() throws Exception {
        reference(ALL);
        StateCounts changes = build("now", ALL, Severity.HIGH, HOSTS, list(row(1, 1), row(2, 3)), list())
                .summary()
                .changes();

        assertThat(changes.fixed().total()).isZero();
        assertThat(changes.notChecked().total()).isEqualTo(1);
    }

    /** The scan that finds it is later than the verification. */
    @Test
    void areNotFixedThoughTheyWereVerifiedAsFixed() throws Exception {
        AnalysisQuery query = ALL.filter("severity", "3,4");
        reference(query);
        VerifiedFixes fixes = verified();

        StateCounts changes = build("now", query, Severity.INFO, fixes, HOSTS, list(), list(row(1, 1)))
                .summary()
                .changes();
        assertThat(changes.fixed().total()).isZero();
        assertThat(changes.notChecked().total()).isEqualTo(1);
        changes = build("now", query, Severity.INFO, fixes, HOSTS, list(), list())
                .summary()
                .changes();
        assertThat(changes.fixed().total()).isEqualTo(1);
    }

    /** The findings of the reference were verified as fixed. */
    private VerifiedFixes verified() throws IOException {
        VerifiedFixes fixes = new VerifiedFixes();
        try (OpenFindingFile before = OpenFindingFile.open(directory.resolve("before.findings"))) {
            Path verification = directory.resolve("verification.findings");
            try (FindingFileWriter writer = new FindingFileWriter(verification)) {
                writer.begin();
                before.readRecorded(recorded -> true, recorded -> fixed(writer, recorded.finding()));
                writer.end();
            }
            fixes.verified(verification, System.out);
        }
        return fixes;
    }

    private static void fixed(FindingFileWriter writer, Finding finding) {
        try {
            writer.write(new RecordedFinding(finding, FindingState.FIXED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void mayBeAllThatAreMissingIfTheServerRefusesToSay() throws Exception {
        AnalysisQuery query = ALL.filter("vprScore", "7-10");
        reference(query);
        script.forget("POST /analysis")
                .says("POST /analysis", HOSTS, list(row(2, 3)))
                .refuses("POST /analysis", 146, "No.");
        BuildReading.Made made = build("now", query, Severity.INFO);

        assertThat(made.summary().changes().fixed().total()).isZero();
        assertThat(made.log())
                .contains("Could not read whether missing findings still exist without matching the filters");
    }

    /** The scan, which is later than the verification, may have found it again. */
    @Test
    void mayBeVerifiedFindingsIfTheServerRefusesToSay() throws Exception {
        AnalysisQuery query = ALL.filter("vprScore", "7-10");
        reference(query);
        VerifiedFixes fixes = verified();
        script.forget("POST /analysis")
                .says("POST /analysis", HOSTS, list(row(2, 3)))
                .refuses("POST /analysis", 146, "No.");
        StateCounts changes =
                build("now", query, Severity.INFO, fixes).summary().changes();

        assertThat(changes.fixed().total()).isZero();
        assertThat(changes.notChecked().total()).isEqualTo(1);
    }

    @Test
    void mayBeAllThatAreMissingIfTheServerDoesNotSendAllRows() throws Exception {
        AnalysisQuery query = ALL.filter("vprScore", "7-10");
        reference(query);
        BuildReading.Made made = read(query, HOSTS, list(), list(row(2, 4), row(2, 4), row(3, 4)));

        assertThat(made.summary().changes().fixed().total()).isZero();
        assertThat(made.summary().changes().notChecked().total()).isEqualTo(1);
        assertThat(made.log()).contains("SecurityCenter did not send 1 of the findings that do not match the filters");
    }

    private void reference(AnalysisQuery query) throws Exception {
        build(
                "before",
                query,
                Severity.INFO,
                query.filters().isEmpty() ? new String[] {list(row(1, 4))} : new String[] {HOSTS, list(row(1, 4))});
    }

    private BuildReading.Made read(AnalysisQuery query, String... answers) throws Exception {
        return build("now", query, Severity.INFO, answers);
    }

    private BuildReading.Made build(String name, AnalysisQuery query, Severity minimum, String... answers)
            throws IOException, InterruptedException {
        return build(name, query, minimum, VerifiedFixes.NONE, answers);
    }

    private BuildReading.Made build(
            String name, AnalysisQuery query, Severity minimum, VerifiedFixes fixes, String... answers)
            throws IOException, InterruptedException {
        if (answers.length > 0) {
            script.forget("POST /analysis").says("POST /analysis", answers);
        }
        Path before = directory.resolve("before.findings");
        Optional<ReferenceFindings> reference = name.equals("before")
                ? Optional.empty()
                : Optional.of(new Selected(OpenFindingFile.open(before), !otherFilters));
        return new BuildReading(
                        reference,
                        List.of(DELTA),
                        incomplete -> new FindingWriters(
                                new FindingFileWriter(directory.resolve(name + ".findings")), List.of()),
                        InstantSource.system())
                .read(server, query, minimum, fixes);
    }

    /** Findings that were recorded with the same filters, or with others. */
    private record Selected(OpenFindingFile findings, boolean same) implements ReferenceFindings {
        @Override
        public void read(Consumer<Finding> consumer) throws IOException {
            findings.read(consumer);
        }

        @Override
        public void readRecorded(Predicate<RecordedFinding> wanted, Consumer<RecordedFinding> consumer)
                throws IOException {
            findings.readRecorded(wanted, consumer);
        }

        @Override
        public boolean selectedBy(String selection) {
            return same;
        }

        @Override
        public void close() throws IOException {
            findings.close();
        }
    }

    private static String row(int plugin, int severity) {
        return "{'pluginID':'" + plugin + "','severity':{'id':'" + severity
                + "'},'port':'443','protocol':'TCP','checkType':'remote'," + HOST + "}";
    }

    private static String list(String... rows) {
        return ("{'totalRecords':'" + rows.length + "','results':[" + String.join(",", rows) + "]}").replace('\'', '"');
    }
}
