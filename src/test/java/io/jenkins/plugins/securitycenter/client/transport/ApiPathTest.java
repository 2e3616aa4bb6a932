package io.jenkins.plugins.securitycenter.client.transport;

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
                .withMessage("Path is longer than 2000 characters; enter a path below /rest, such as /scan/3.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void needsAPath(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiPath.check(text))
                .withMessage("Path is empty; enter a path below /rest, such as /scan/3.");
    }

    @ParameterizedTest
    @CsvSource({
        "/rest, 'must not start with /rest, which is added automatically'",
        "/rest/scan, 'must not start with /rest, which is added automatically'",
        "rest/scan, 'must not start with /rest, which is added automatically'",
        "/scan?fields=id, must not contain a query, which has its own parameter",
        "/, may only contain letters",
        "/scan/, may only contain letters",
        "//evil.example.com, may only contain letters",
        "/scan/../token, may only contain letters",
        "/scan/.., may only contain letters",
        "/scan/., may only contain letters",
        "/./scan, may only contain letters",
        "/scan/%2e%2e, may only contain letters",
        "/scan#1, may only contain letters",
        "/scan 1, may only contain letters",
        "'/scan/{id}/launch', 'contains the placeholder {id}, which must be replaced with a value'",
        "/scan/{}, may only contain letters",
        "https://evil.example.com/, may only contain letters",
    })
    void saysWhatIsWrongAndWhatIsAllowed(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiPath.check(text))
                .withMessageStartingWith("Path \"" + text + "\" " + problem)
                .withMessageEndingWith("; enter a path below /rest, such as /scan/3.");
    }
}
