package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.findings.FindingColumns.Indexes;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingColumnsTest {

    private static final Indexes FIRST = new Indexes(0, 0, 0, 0);

    private final FindingColumns columns = new FindingColumns(4);

    @Test
    void holdsTheLargestNumbers() {
        columns.add(
                new RecordedFinding(finding().port(65535).build(), FindingState.UNKNOWN),
                new Indexes(1 << 30, 1 << 29, 65535, 65534));

        assertThat(columns.get(Field.PORT, 0)).isEqualTo(65535);
        assertThat(columns.get(Field.PLUGIN, 0)).isEqualTo(1 << 30);
        assertThat(columns.get(Field.HOST, 0)).isEqualTo(1 << 29);
        assertThat(columns.get(Field.PROTOCOL, 0)).isEqualTo(65535);
        assertThat(columns.get(Field.REPOSITORY, 0)).isEqualTo(65534);
        assertThat(columns.get(Field.CHANGE, 0)).isEqualTo(FindingState.UNKNOWN.ordinal());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.04, 0", "6.1, 61", "9.96, 100", "10, 100", "11, 100", "-3, 0"})
    void holdsScoresInTenths(double score, int tenths) {
        OptionalDouble value = OptionalDouble.of(score);
        columns.add(
                new RecordedFinding(
                        finding()
                                .risk(new Risk(false, value, 3, value, OptionalDouble.empty(), false, "", false))
                                .build(),
                        FindingState.NEW),
                FIRST);

        assertThat(columns.get(Field.CVSS, 0)).isEqualTo(tenths);
        assertThat(columns.get(Field.VPR, 0)).isEqualTo(tenths);
    }

    @Test
    void tellsNoScoreFromZero() {
        columns.add(
                new RecordedFinding(finding().risk(risk(false, false, false)).build(), FindingState.NEW), FIRST);

        assertThat(columns.get(Field.CVSS, 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"true, false, false, 1", "false, true, false, 2", "false, false, true, 4", "true, true, true, 7"})
    void holdsFlags(boolean exploit, boolean accepted, boolean recast, int flags) {
        columns.add(
                new RecordedFinding(
                        finding().risk(risk(exploit, accepted, recast)).build(), FindingState.NEW),
                FIRST);

        assertThat(columns.get(Field.FLAGS, 0)).isEqualTo(flags);
    }

    @Test
    void putsSegmentsTogether() throws IOException {
        byte[] one = segment(finding().port(1).severity(Severity.LOW).build());
        byte[] more = segment(finding().port(2).build(), finding().port(3).build());
        for (byte[] segment : new byte[][] {one, more}) {
            columns.append(new DataInputStream(new ByteArrayInputStream(segment)), FindingCodec.FORMAT);
        }

        assertThat(columns.rows()).isEqualTo(3);
        assertThat(columns.get(Field.PORT, 0)).isEqualTo(1);
        assertThat(columns.get(Field.PORT, 2)).isEqualTo(3);
        assertThat(columns.get(Field.SEVERITY, 0)).isEqualTo(Severity.LOW.ordinal());
        assertThat(columns.get(Field.SEVERITY, 1)).isEqualTo(Severity.HIGH.ordinal());
        assertThat(columns.get(Field.FIRST_SEEN, 2)).isEqualTo(1545074182);
    }

    private static byte[] segment(Finding... findings) throws IOException {
        FindingColumns columns = new FindingColumns(findings.length);
        for (Finding finding : findings) {
            columns.add(new RecordedFinding(finding, FindingState.NEW), FIRST);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        columns.drainTo(new DataOutputStream(bytes));
        assertThat(columns.rows()).isZero();
        return bytes.toByteArray();
    }

    private static Risk risk(boolean exploit, boolean accepted, boolean recast) {
        return new Risk(
                exploit,
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                accepted,
                "",
                recast);
    }
}
