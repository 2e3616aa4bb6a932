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
    void removesOneConditionAtATime() {
        FilterForm set = new FilterForm(Queries.parse(
                "view=hosts&severity=high,low&change=notScanned&exploit=true&epss=5&search=a%26b+c&page=3&size=9"));

        assertThat(set.words())
                .containsExactly(
                        new FilterWord(
                                "Severity: High",
                                "?view=hosts&severity=Low&change=notScanned&exploit=true&epss=5&search=a%26b+c&size=9"),
                        new FilterWord(
                                "Severity: Low",
                                "?view=hosts&severity=High&change=notScanned&exploit=true&epss=5&search=a%26b+c&size=9"),
                        new FilterWord(
                                "Change: Host not scanned",
                                "?view=hosts&severity=High&severity=Low&exploit=true&epss=5&search=a%26b+c&size=9"),
                        new FilterWord(
                                "Exploit available",
                                "?view=hosts&severity=High&severity=Low&change=notScanned&epss=5&search=a%26b+c&size=9"),
                        new FilterWord(
                                "Minimum EPSS: 5 %",
                                "?view=hosts&severity=High&severity=Low&change=notScanned&exploit=true&search=a%26b+c&size=9"),
                        new FilterWord(
                                "Search: a&b c",
                                "?view=hosts&severity=High&severity=Low&change=notScanned&exploit=true&epss=5&size=9"));
        assertThat(set.more()).isEqualTo(2);
        assertThat(new FilterForm(TableRequest.FIRST).words()).isEmpty();
    }

    @Test
    void namesAFixByItsTitle() {
        TableRequest request = Queries.parse("fix=0a1b");
        String title = "Upgrade to Example Server 1.2.7 or later, and restart it afterwards.";

        assertThat(new FilterForm(request, title).words())
                .containsExactly(
                        new FilterWord("Fix: Upgrade to Example Server 1.2.7 or later, and restart it ...", "?"));
        assertThat(new FilterForm(request).words()).containsExactly(new FilterWord("Fix: 0a1b", "?"));
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
