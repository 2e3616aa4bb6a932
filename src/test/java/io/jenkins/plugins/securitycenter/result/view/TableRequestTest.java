package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.findings.RiskFilter;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRequestTest {

    @Test
    void showsTheWorstCurrentFindingsWhenNothingIsAsked() {
        assertThat(Queries.parse("")).isEqualTo(TableRequest.FIRST);
        assertThat(TableRequest.FIRST.query()).isEqualTo(TableQuery.FIRST.page(0, 50));
        assertThat(TableRequest.FIRST.link()).isEqualTo("?");
    }

    @Test
    void readsEveryParameter() {
        TableRequest request = Queries.parse(
                "view=hosts&severity=high,Critical&change=new&change=notscanned&plugin=19506"
                        + "&host=web.example.com&port=443&exploit=true&knownExploited=true&epss=10&patchAvailable=true&overdue=true&family=Web+Servers&search=open+ssl&cve=CVE-2020-1&fix=none&suppressed=true&sort=total&page=3&size=20");

        assertThat(request.view()).isEqualTo(TableType.HOSTS);
        assertThat(request.filter())
                .isEqualTo(new TableFilter(
                        Set.of(Severity.CRITICAL, Severity.HIGH),
                        Set.of(FindingState.NEW, FindingState.NOT_SCANNED),
                        "19506",
                        "web.example.com",
                        443,
                        true,
                        "Web Servers",
                        "open ssl",
                        true,
                        new RiskFilter(true, 10, true, true),
                        "CVE-2020-1",
                        "none"));
        assertThat(request.query()).isEqualTo(new TableQuery(request.filter(), SortColumn.TOTAL, false, 40, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "?view=plugins&sort=name&page=2",
        "?severity=Critical&severity=Info&change=new&change=fixed",
        "?plugin=1&host=%3Cb%3E&port=0&knownExploited=true&epss=5&patchAvailable=true&overdue=true&family=a%26b&search=x+%2By%3D%25&suppressed=true&sort=-cvss&size=1000"
    })
    void leadsBackToItself(String link) {
        assertThat(Queries.parse(link.substring(1)).link()).isEqualTo(link);
    }

    @Test
    void ignoresEmptyAndUnknownParameters() {
        assertThat(Queries.parse("search=&port=&severity=&severity=,&page=+&utm_source=mail"))
                .isEqualTo(TableRequest.FIRST);
        assertThat(TableRequest.parse(Map.of("host", new String[0]))).isEqualTo(TableRequest.FIRST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=0 | Parameter page must be a whole number from 1 to 1000000, but was \"0\".",
                "page=x | Parameter page must be a whole number from 1 to 1000000, but was \"x\".",
                "page=99999999999 | Parameter page must be a whole number from 1 to 1000000, but was \"99999999999\".",
                "size=1001 | Parameter size must be a whole number from 1 to 1000, but was \"1001\".",
                "size=-1 | Parameter size must be a whole number from 1 to 1000, but was \"-1\".",
                "port=65536 | Parameter port must be a whole number from 0 to 65535, but was \"65536\".",
                "view=rows | Unknown view \"rows\". Use findings, hosts, plugins, fixes or cves.",
                "severity=bad | Unknown severity \"bad\". Use Critical, High, Medium, Low or Info.",
                "change=old | Unknown change \"old\". Use new, outstanding, fixed, notScanned, unknown or notChecked."
            })
    void saysWhatIsWrongWithAParameter(String query, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Queries.parse(query))
                .withMessage(sentence);
    }

    @Test
    void saysWhichColumnsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Queries.parse("sort=-colour"))
                .withMessageStartingWith("Unknown sort column \"colour\". Use severity, change,");
    }

    @Test
    void startsTheBiggestPageWithinTheNumbers() {
        assertThat(Queries.parse("page=1000000&size=1000").query().start()).isEqualTo(999_999_000);
    }

    @Test
    void beginsAtTheFirstPageWhenAnythingElseChanges() {
        TableRequest request = Queries.parse("page=7&host=a&sort=host");

        assertThat(request.in(TableType.PLUGINS).link()).isEqualTo("?view=plugins&host=a");
        assertThat(request.with(TableFilter.CURRENT).link()).isEqualTo("?sort=host");
        assertThat(request.of(25).link()).isEqualTo("?host=a&sort=host&size=25");
        assertThat(request.at(8).link()).isEqualTo("?host=a&sort=host&page=8");
    }

    @ParameterizedTest
    @CsvSource({"'', cvss, -cvss", "'', name, name", "sort=-cvss, cvss, cvss", "sort=name, name, -name"})
    void sortsAColumnAsItIsMostlyWantedAndThenTheOtherWayRound(String query, String column, String sort) {
        TableRequest sorted = Queries.parse(query).sortedBy(SortColumn.parse(column));

        assertThat(sorted.link()).isEqualTo("?sort=" + sort);
    }
}
