package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Severity;
import org.junit.jupiter.api.Test;

class FilterFormTest {

    private final FilterForm form =
            new FilterForm(Queries.parse("view=plugins&severity=low&change=fixed&port=80&sort=family&page=4&size=9"));

    @Test
    void showsWhatIsChosen() {
        assertThat(form.severities())
                .contains(new FilterForm.SeverityChoice(Severity.LOW, true))
                .contains(new FilterForm.SeverityChoice(Severity.HIGH, false));
        assertThat(form.changes())
                .contains(new FilterForm.ChangeChoice(FindingState.FIXED, true))
                .contains(new FilterForm.ChangeChoice(FindingState.NEW, false));
        assertThat(form.port()).isEqualTo("80");
        assertThat(new FilterForm(TableRequest.FIRST).port()).isEmpty();
    }

    @Test
    void keepsTheRestButThePage() {
        assertThat(form.kept())
                .containsExactly(
                        new FilterForm.Kept("view", "plugins"),
                        new FilterForm.Kept("sort", "family"),
                        new FilterForm.Kept("size", "9"));
        assertThat(form.unfiltered()).isEqualTo("?view=plugins&sort=family&size=9");
    }
}
