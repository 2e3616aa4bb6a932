package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {

    @ParameterizedTest
    @CsvSource({
        "/scan, /scan",
        "scan/3, /scan/3",
        "' /scanResult/8/stop ', /scanResult/8/stop",
        "/system/diagnostics, /system/diagnostics",
        "/restricted, /restricted",
        "/hosts/a1b2-c3_d4.e5~f6, /hosts/a1b2-c3_d4.e5~f6",
        "/..hidden, /..hidden",
    })
    void beginsWithASlash(String text, String expected) {
        assertThat(ApiPath.check(text)).isEqualTo(expected);
    }

    @Test
    void endsSomewhere() {
        assertThat(ApiPath.check("/a".repeat(1_000))).hasSize(2_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiPath.check("/a".repeat(40_000)))
                .withMessage("Path is longer than 2000 characters; a path below /rest such as /scan/3 is needed.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void needsAPath(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiPath.check(text))
                .withMessage("Path is empty; a path below /rest such as /scan/3 is needed.");
    }

    @ParameterizedTest
    @CsvSource({
        "/rest, 'must not begin with /rest, which is added'",
        "/rest/scan, 'must not begin with /rest, which is added'",
        "rest/scan, 'must not begin with /rest, which is added'",
        "/scan?fields=id, must not contain a query; use the query parameter for it",
        "/, may only have letters",
        "/scan/, may only have letters",
        "//evil.example.com, may only have letters",
        "/scan/../token, may only have letters",
        "/scan/.., may only have letters",
        "/scan/., may only have letters",
        "/./scan, may only have letters",
        "/scan/%2e%2e, may only have letters",
        "/scan#1, may only have letters",
        "/scan 1, may only have letters",
        "'/scan/{id}/launch', 'has the placeholder {id}, which needs a value'",
        "/scan/{}, may only have letters",
        "https://evil.example.com/, may only have letters",
    })
    void saysWhatIsWrongAndWhatIsAllowed(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiPath.check(text))
                .withMessageStartingWith("Path \"" + text + "\" " + problem)
                .withMessageEndingWith("; a path below /rest such as /scan/3 is needed.");
    }
}
