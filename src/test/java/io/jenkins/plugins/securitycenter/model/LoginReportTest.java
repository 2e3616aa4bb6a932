package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginReportTest {

    @ParameterizedTest
    @CsvSource({
        "yes, '', true",
        "no, '', false",
        "'', '', false",
        "no, 110095, true",
        "no, 117887, true",
        "no, 141118, true",
        "'', 141118, true",
        "no, 104410, false",
        "yes, 104410, false",
        "yes, 110723, false",
        "yes, 110695, false",
        "yes, 21745, false",
        "yes, 110385, false",
        "yes, 117885, false",
        "yes, 117886, false",
        "yes, 102094, false",
        "no, 110095 104410, true",
        "no, 141118 104410, true",
        "yes, 141118 110385, false",
        "no, 117887 102094, false",
        "yes, 110095 110385, false",
        "yes, 117887 117885, false",
        "yes, 117887 117886, false",
    })
    void knowsWhereLocalChecksRan(String login, String plugins, boolean expected) {
        Set<LoginReport> reports = Arrays.stream(plugins.split(" "))
                .flatMap(plugin -> LoginReport.of(finding().plugin(plugin).build()).stream())
                .collect(Collectors.toSet());
        Optional<Boolean> worked = login.isEmpty() ? Optional.empty() : Optional.of(login.equals("yes"));

        assertThat(LoginReport.loggedIn(worked, reports)).isEqualTo(expected);
    }

    @Test
    void ignoresOtherPlugins() {
        assertThat(LoginReport.of(finding().plugin("19506").build())).isEmpty();
        assertThat(LoginReport.allPlugins()).startsWith("19506,110095,").contains(",104410,");
    }

    @Test
    void givesReasonsInOneLine() {
        assertThat(LoginReport.reason(finding().build())).isEqualTo("HTTP Server Type");
        Plugin nameless = Plugin.ofId("104410");
        String output = "\n \nno such\u202E user " + "x".repeat(300) + "\nmore";
        assertThat(LoginReport.reason(finding().plugin(nameless).output(output).build()))
                .startsWith("no such\uFFFD user xxx")
                .endsWith("...")
                .hasSize(200);
    }
}
