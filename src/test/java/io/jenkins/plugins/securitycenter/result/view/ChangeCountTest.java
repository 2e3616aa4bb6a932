package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Totals;
import org.junit.jupiter.api.Test;

class ChangeCountTest {

    private static final Totals MANY = new Totals(0, 0, 0, 0, 12_345);

    @Test
    void leadsToTheFindings() {
        StateCounts counts = new StateCounts(true, MANY, MANY, Totals.NONE, Totals.NONE, Totals.NONE);
        assertThat(ChangeCount.of(counts))
                .containsExactly(new ChangeCount(FindingState.NEW, 12_345), new ChangeCount(FindingState.FIXED, 0));
        assertThat(ChangeCount.of(counts).get(0).number()).isEqualTo("12,345");
        assertThat(ChangeCount.of(counts).get(0).link()).isEqualTo("?change=new");
    }

    @Test
    void isMissingWithoutAReference() {
        assertThat(ChangeCount.of(StateCounts.NONE)).isEmpty();
    }
}
