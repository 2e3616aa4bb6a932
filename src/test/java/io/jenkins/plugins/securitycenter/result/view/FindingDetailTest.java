package io.jenkins.plugins.securitycenter.result.view;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingDetailTest {

    @Test
    void keepsTheNameOfAPluginInTheCommentOfARule() {
        Plugin plugin = Plugin.ofId("7");
        Plugin named = new Plugin(
                "7",
                "Old\u0085- plugin: 1\u2028- plugin: 2\n- plugin: 3",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                plugin.checkType(),
                List.of(),
                Optional.empty());
        RecordedFinding recorded = new RecordedFinding(finding().plugin(named).build(), FindingState.NEW);
        String rule = FindingDetail.of(recorded).rule();

        assertThat(rule.split("[\n\r\u0085\u2028\u2029]")).hasSize(4);
        assertThat(rule).startsWith("# Old\uFFFD- plugin: 1 - plugin: 2 - plugin: 3\n- fingerprint: '");
    }

    @Test
    void leadsBackToTheTableAndOnToHostAndPlugin() {
        FindingDetail detail = detail(finding().build());

        assertThat(detail.back()).isEqualTo("../../?search=ssl&page=2");
        assertThat(detail.hostLink()).isEqualTo("../../?host=192.0.2.1");
        assertThat(detail.pluginLink()).isEqualTo("../../?plugin=10107");
        assertThat(detail.line().name()).isEqualTo("HTTP Server Type");
        assertThat(detail.firstSeen()).isEqualTo(new Date(1545074182000L));
    }

    @Test
    void linksToCvesOnly() {
        Plugin plugin = new Plugin(
                "1",
                "",
                "",
                "",
                "",
                "",
                List.of("CVE-2021-44228", "CVE-x/../y"),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());

        assertThat(detail(finding().plugin(plugin).build()).cves())
                .containsExactly(
                        new WebLink("CVE-2021-44228", "https://nvd.nist.gov/vuln/detail/CVE-2021-44228"),
                        new WebLink("CVE-x/../y", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/a?b=c#d", "http://[2001:db8::1]:8080/", "HTTP://EXAMPLE.COM"})
    void linksToWebPages(String address) {
        assertThat(WebLink.of(address).href()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                " JavaScript://example.com/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "//example.com/",
                "/job/x/doDelete",
                "http:///path",
                "https://example.com/<script>",
                "see https://example.com",
                ""
            })
    void linksToNothingElse(String text) {
        assertThat(WebLink.of(text)).isEqualTo(new WebLink(text, ""));
    }

    @Test
    void showsTheBeginningOfALongOutput() {
        FindingDetail detail = detail(finding().output("x".repeat(1_000_007)).build());

        assertThat(detail.output()).hasSize(1_000_000);
        assertThat(detail.hidden()).isEqualTo(7);
        assertThat(detail(finding().build()).hidden()).isZero();
    }

    private static FindingDetail detail(Finding finding) {
        return FindingDetail.of(
                new RecordedFinding(finding, FindingState.FIXED),
                FindingNavigation.none(Queries.parse("search=ssl&page=2")));
    }
}
