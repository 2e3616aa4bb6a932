package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.Session;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @Test
    void masksEverySecretEverywhere() {
        Redaction redaction = new Redaction(List.of("secret", "1234567890"));

        assertThat(redaction.apply("secret: token 1234567890 and secret.")).isEqualTo("****: token **** and ****.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "in", "log", "$", "."})
    void doesNotMangleASentenceWithAShortSecret(String secret) {
        assertThat(new Redaction(List.of(secret)).apply("Wrong login data$x.y: unable"))
                .isEqualTo("Wrong login data$x.y: unable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":\"x1\"}", "password=x1&user=ci", "x1", "no x1.", "x1 and secret"})
    void leavesOutATextThatRepeatsAShortSecret(String text) {
        assertThat(new Redaction(List.of("x1", "secret")).apply(text))
                .isEqualTo("the message is hidden because it contains the password");
    }

    @Test
    void leavesTextAloneWhenASecretIsEmpty() {
        assertThat(new Redaction(List.of("", " ")).apply("a b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p&s <w/\u00f6\\\"'\uD83D\uDD11",
                "p&amp;s &lt;w/\u00f6\\&quot;&#039;\uD83D\uDD11",
                "p&amp;s &lt;w/\u00f6\\&#34;&#x27;&#128273;",
                "p&s <w\\/\\u00f6\\\\\\\"'\\ud83d\\udd11",
                "p&s <w/\u00f6\\\\\\\"'\uD83D\uDD11",
                "p%26s+%3Cw%2F%C3%B6%5C%22%27%F0%9F%94%91",
                "p%26s%20%3cw/%c3%b6%5c%22'%f0%9f%94%91"
            })
    void masksAnEscapedSecret(String escaped) {
        Redaction redaction = new Redaction(List.of(" p&s <w/\u00f6\\\"'\uD83D\uDD11"));

        assertThat(redaction.apply("Invalid request: " + escaped)).isEqualTo("Invalid request: ****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b", "a&amp;b", "a%26b"})
    void leavesOutATextThatRepeatsAnEscapedShortSecret(String escaped) {
        assertThat(new Redaction(List.of("a&b")).apply("password " + escaped))
                .isEqualTo("the message is hidden because it contains the password");
    }

    @Test
    void masksASecretThatContainsAnotherOne() {
        Redaction redaction = new Redaction(List.of("jenkins", "jenkins-0123abcd"));

        assertThat(redaction.apply("key jenkins-0123abcd of jenkins")).isEqualTo("key **** of ****");
    }

    @Test
    void coversTokenAndCookiesOfASession() {
        Redaction redaction = new Redaction(new Session("1234567890", "TNS_SESSIONID=0123abcd; lang=en").secrets());

        assertThat(redaction.apply("X-SecurityCenter 1234567890, cookie 0123abcd, when"))
                .isEqualTo("X-SecurityCenter ****, cookie ****, when");
    }

    @Test
    void keepsSecretsOutOfTexts() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);

        assertThat(List.of(
                        new Login.Password("ci", "secret"),
                        new Login.ApiKeys("secret", "secret"),
                        new Login.Certificate(store, "secret"),
                        new Session("secret", "TNS_SESSIONID=secret"),
                        new Endpoint.Proxy("proxy", 3128, "me", "secret")))
                .extracting(Object::toString)
                .containsExactly("user ci", "API keys", "client certificate", "Session", "proxy:3128");
    }
}
