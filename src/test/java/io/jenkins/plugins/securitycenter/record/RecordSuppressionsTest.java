package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.DueDates;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.MissingScore;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import io.jenkins.plugins.securitycenter.suppression.SuppressionPolicy;
import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSuppressionsTest {

    private static final SuppressionFile FILE = SuppressionFile.parse(
            "ignore.yaml", "ignore: [{plugin: 7, until: 2026-12-31, reason: Known}]".getBytes(StandardCharsets.UTF_8));

    /** At midnight in Auckland it is 11 o'clock in the morning in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T10:59:59Z, Pacific/Auckland, true",
        "2026-12-31T11:00:00Z, Pacific/Auckland, false",
        "2026-12-31T23:59:59Z, UTC, true",
        "2027-01-01T00:00:00Z, UTC, false",
        "2027-01-01T04:59:59Z, America/New_York, true"
    })
    void endsOnTheDayThatMakesFindingsOverdue(Instant now, ZoneId zone, boolean lastDay) {
        BuildDay day = new BuildDay(now, zone);
        Finding found = finding()
                .plugin("7")
                .firstSeen(Instant.parse("2026-12-01T12:00:00Z"))
                .build();
        int days = 31 - firstDay(zone);
        DueDates dueDates =
                new DueDates(List.of(), new RiskRules(MissingScore.COUNT, Map.of(Severity.HIGH, days)), day);

        assertThat(new RecordSuppressions(FILE, SuppressionPolicy.DEFAULT, day, List.of())
                        .evaluation()
                        .find(found)
                        .isPresent())
                .isEqualTo(lastDay);
        assertThat(dueDates.assess(new RecordedFinding(found, FindingState.NEW)).overdue())
                .isEqualTo(!lastDay);
    }

    @Test
    void reportsTheOwnRulesThatTheReferenceDidNotUse() throws Exception {
        BuildDay day = new BuildDay(Instant.parse("2026-12-01T00:00:00Z"), ZoneId.of("UTC"));
        Suppressions ofChange = new RecordSuppressions(FILE, SuppressionPolicy.DEFAULT, day, List.of())
                .of(Optional.empty())
                .evaluation();

        assertThat(ofChange.find(finding().plugin("7").build())).isEmpty();
        assertThat(ofChange.restarted().report().ignored())
                .extracting(SuppressionReport.Entry::text)
                .containsExactly("line 1: plugin 7 until 2026-12-31 (Known)");
        assertThat(ofChange.report().unused()).isEmpty();
    }

    private static int firstDay(ZoneId zone) {
        return Instant.parse("2026-12-01T12:00:00Z").atZone(zone).getDayOfMonth();
    }
}
