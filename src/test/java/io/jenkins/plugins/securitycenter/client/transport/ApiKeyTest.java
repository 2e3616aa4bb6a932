package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final String KEY = "abcdef0123456789abcdef0123456789";

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "%s\r\n", "\n%s", " %s\t", "\u00a0%s\u00a0", "\ufeff%s", "%s\u200b\u2028", "\u0000%s"})
    void losesWhatWasCopiedAlong(String text) {
        assertThat(ApiKey.ACCESS.parse(text.replace("%s", KEY))).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", " ", "\t", "\u00a0", "\u200b", "\ufeff", "\u0007", ";", "\u00e4", "\ud83d\ude00"})
    void isRefusedWithAnotherCharacterInside(String inside) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.SECRET.parse("abc" + inside + "def"))
                .withMessage(
                        "Secret key contains a space, a line break or another character that is not allowed in keys; copy"
                                + " it again from SecurityCenter.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \r\n", "\u200b"})
    void isRefusedWhenThereIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.ACCESS.parse(text))
                .withMessage("Access key is missing; copy it from SecurityCenter.");
    }

    @Test
    void isSentWithoutWhatWasCopiedAlong() throws Exception {
        try (Rig rig = new Rig();
                SecurityCenter server =
                        rig.open(new Login.ApiKeys(Simulator.ACCESS_KEY + "\r\n", "\u00a0" + Simulator.SECRET_KEY))) {
            server.currentUser();

            assertThat(rig.simulator.requests().get(0).headers())
                    .containsEntry("x-apikey", "accesskey=" + Simulator.ACCESS_KEY + "; secretkey=***;");
        }
    }

    @Test
    void isNeverSentWithALineEndInside() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Login.ApiKeys("a\r\nx: y", KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Login.ApiKeys(KEY, "a\r\nx: y"));
    }

    @Test
    void hasAUserNameWithTheSameEdges() {
        assertThat(new Login.Password("\ufeffci \u00a0\n", " pass ")).isEqualTo(new Login.Password("ci", " pass "));
    }

    @Test
    void hasAServerWithTheSameEdges() {
        assertThat(ServerUrl.parse("\u00a0https://sc.example.com/\u200b\r\n")).hasToString("https://sc.example.com");
    }
}
