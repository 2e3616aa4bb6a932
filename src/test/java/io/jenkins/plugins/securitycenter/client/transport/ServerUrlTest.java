package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://sc.example.com, https://sc.example.com",
        "https://sc.example.com/, https://sc.example.com",
        "' https://sc.example.com:8443// ', https://sc.example.com:8443",
        "https://sc.example.com/rest, https://sc.example.com",
        "https://sc.example.com/rest/, https://sc.example.com",
        "https://sc.example.com//rest/, https://sc.example.com",
        "https://example.com/sc/rest, https://example.com/sc",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "HTTPS://SC, HTTPS://SC",
        "https://[::1]:8443/, https://[::1]:8443",
    })
    void keepsWhatIsBeforeTheApi(String text, String expected) {
        assertThat(ServerUrl.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void needsAnAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerUrl.parse(text))
                .withMessage("URL is empty; enter an address such as https://sc.example.com.");
    }

    @ParameterizedTest
    @CsvSource({
        "sc.example.com, does not start with https:// or http://",
        "ftp://sc.example.com, does not start with https:// or http://",
        "sc.example.com:443, does not start with https:// or http://",
        "https://, is not a valid address",
        "https://a b, is not a valid address",
        "https:sc.example.com, 'has no host, or a host with characters that are not allowed'",
        "https://sc_1.example.com, 'has no host, or a host with characters that are not allowed'",
        "https://sc.example.com:0, has a port that is not between 1 and 65535",
        "https://sc.example.com:70000, has a port that is not between 1 and 65535",
        "https://sc.example.com?a=b, must not have a query or fragment",
        "https://sc.example.com/#scans, must not have a query or fragment",
    })
    void saysWhatIsWrongAndWhatIsAllowed(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerUrl.parse(text))
                .withMessage(
                        "URL \"%s\" %s; enter an address such as https://sc.example.com.".formatted(text, problem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ci:secret@sc.example.com",
                "ftp://ci:secret@sc.example.com",
                "https://ci:secret%@sc.example.com",
                "https://ci:secret@sc_1.example.com",
                "ci:secret@sc.example.com",
            })
    void neverRepeatsAPassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerUrl.parse(text))
                .withMessageContaining("must not contain a user or password")
                .withMessageNotContaining("secret");
    }

    @Test
    void isThePageOfAScanResult() {
        Endpoint endpoint = Endpoint.of("sc", ServerUrl.parse("https://sc.example.com/"));

        assertThat(endpoint.pageOfScanResult("8")).hasToString("https://sc.example.com/#scan_results/view/8");
    }
}
