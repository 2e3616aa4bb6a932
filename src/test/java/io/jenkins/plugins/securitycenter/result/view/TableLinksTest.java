package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableLinksTest {

    private final TableLinks links = new TableLinks(Queries.parse("view=hosts&host=a%26b&sort=-total&page=2&size=25"));

    @Test
    void keepsTheFilterInEveryView() {
        assertThat(links.tabs())
                .containsExactly(
                        new TableLinks.Tab(TableType.FINDINGS, "?host=a%26b&size=25", false),
                        new TableLinks.Tab(TableType.HOSTS, "?view=hosts&host=a%26b&size=25", true),
                        new TableLinks.Tab(TableType.PLUGINS, "?view=plugins&host=a%26b&size=25", false),
                        new TableLinks.Tab(TableType.FIXES, "?view=fixes&host=a%26b&size=25", false),
                        new TableLinks.Tab(TableType.CVES, "?view=cves&host=a%26b&size=25", false));
    }

    @Test
    void downloadsWhatTheFilterLetsThrough() {
        assertThat(links.downloads())
                .extracting(TableLinks.Download::link)
                .containsExactly(
                        "export?format=html&host=a%26b",
                        "export?format=sarif&host=a%26b",
                        "export?format=junit&host=a%26b",
                        "export?format=csv&host=a%26b",
                        "export?format=jsonl&host=a%26b",
                        "export?format=defectdojo&host=a%26b");
        assertThat(new TableLinks(TableRequest.FIRST).downloads())
                .contains(new TableLinks.Download("JUnit XML", "export?format=junit"));
    }

    @Test
    void tellsHowColumnsAreSorted() {
        assertThat(links.sorted("total")).isEqualTo("descending");
        assertThat(links.sorted("host")).isEqualTo("none");
        assertThat(links.sorted("name total")).isEqualTo("descending");
        assertThat(new TableLinks(Queries.parse("sort=host")).sorted("host")).isEqualTo("ascending");
        assertThat(links.sort("total")).isEqualTo("?view=hosts&host=a%26b&sort=total&size=25");
    }
}
