package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private static Report report(String json) {
        return Report.of(Json.attributes(json));
    }

    @ParameterizedTest
    @CsvSource({
        "Queued, false, false",
        "Running, false, false",
        "Paused, false, false",
        "Stopping, false, false",
        "Stopped, true, false",
        "Error, true, false",
        "Completed, true, true",
        "completed, true, true",
        "Something new, false, false",
        "Pending, false, false",
        "Canceled, true, false",
        "Failed, true, false",
        "Timed Out, true, false"
    })
    void knowsWhenItEnds(String status, boolean ended, boolean completed) {
        Report report = report("{\"status\":\"" + status + "\"}");
        assertThat(report.ended()).isEqualTo(ended);
        assertThat(report.completed()).isEqualTo(completed);
    }

    @Test
    void endsWithAnUnknownWordWhenTheServerTellsItsEnd() {
        assertThat(report("{\"status\":\"Something new\",\"finishTime\":-1}").ended())
                .isFalse();
        Report report = report("{\"status\":\"Something new\",\"finishTime\":1700000000}");
        assertThat(report.ended()).isTrue();
        assertThat(report.completed()).isFalse();
        assertThat(report.known()).isFalse();
        assertThat(report("{\"status\":\"pausing\"}").known()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 0", "1, 4, 25", "199, 200, 99", "4, 4, 100", "5, 4, 100"})
    void knowsItsProgress(long completed, long total, int percent) {
        assertThat(new Report.Steps(completed, total).percent()).hasValue(percent);
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "-1, 4", "0, 0", "4, 0"})
    void knowsNoProgressWithoutBothCounts(long completed, long total) {
        assertThat(new Report.Steps(completed, total).percent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Weekly report, PDF, Weekly_report.pdf",
        "../../etc/passwd, csv, etc_passwd.csv",
        ".., pdf, report-7.pdf",
        "a\\b:c, '', a_b_c",
        "Übersicht 2026.1, rtf, Übersicht_2026.1.rtf",
        "x, ../sh, x",
        "CON, pdf, _CON.pdf",
        "nul, '', _nul",
        "Lpt1.old, csv, _Lpt1.old.csv",
        "Console, pdf, Console.pdf",
        "'Weekly. ', '', Weekly",
        "Weekly.., '', Weekly",
        "'a<b>c:d|e?f*g\"', pdf, a_b_c_d_e_f_g_.pdf"
    })
    void namesItsFile(String name, String type, String file) {
        String json = "{\"id\":\"7\",\"name\":\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"type\":\""
                + type + "\"}";
        assertThat(report(json).fileName()).isEqualTo(file);
    }

    @Test
    void keepsNamesOfFilesShort() {
        assertThat(report("{\"name\":\"" + "x".repeat(80_000) + "\",\"type\":\"pdf\"}")
                        .fileName())
                .isEqualTo("x".repeat(200) + ".pdf");
        assertThat(report("{\"name\":\"" + "\u00fc\uD840\uDC00".repeat(80) + "\",\"type\":\"pdf\"}")
                        .fileName())
                .isEqualTo("\u00fc\uD840\uDC00".repeat(33) + "\u00fc.pdf");
        assertThat(report("{\"id\":\"7\",\"name\":\"?\",\"type\":\"pdf\"}").fileName())
                .isEqualTo("report-7.pdf");
    }
}
