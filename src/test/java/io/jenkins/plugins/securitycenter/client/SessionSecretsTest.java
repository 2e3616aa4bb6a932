package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionSecretsTest {

    @Test
    void areTheTokenTheHeaderAndLongCookies() {
        Session session = new Session("1234567890", "TNS_SESSIONID=0123456789abcdef; NODE=abcdefgh");

        assertThat(session.secrets())
                .containsExactly(
                        "1234567890", "TNS_SESSIONID=0123456789abcdef; NODE=abcdefgh", "0123456789abcdef", "abcdefgh");
        assertThat(session.shown()).isEmpty();
    }

    @Test
    void areNotValuesThatAreEverywhereInALog() {
        Session session = new Session("1234567890", "TNS_SESSIONID=0123456789abcdef; SERVERID=1; lang=; NODE=abcdefg");

        assertThat(session.secrets()).hasSize(3).doesNotContain("1", "", "abcdefg");
        assertThat(session.shown()).containsExactly("SERVERID", "NODE");
    }

    @Test
    void areTokenAndSessionCookieHoweverShort() {
        Session session = new Session("12", "TNS_SESSIONID=ab");

        assertThat(session.secrets()).containsExactly("12", "TNS_SESSIONID=ab", "ab");
        assertThat(session.shown()).isEmpty();
    }

    @Test
    void areTheTokenAloneWithoutCookies() {
        Session session = new Session("1234567890", "");

        assertThat(session.secrets()).containsExactly("1234567890");
        assertThat(session.shown()).isEmpty();
        assertThat(session).hasToString("Session");
    }
}
