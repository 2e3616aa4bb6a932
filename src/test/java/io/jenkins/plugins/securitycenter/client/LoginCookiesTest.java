package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginCookiesTest {

    @Test
    void areNone() {
        assertThat(LoginCookies.of(List.of())).isEmpty();
    }

    @Test
    void lastOfOneNameWins() {
        assertThat(LoginCookies.of(List.of(
                        "TNS_SESSIONID=11111111111111111111111111111111; path=/; secure; HttpOnly",
                        "TNS_SESSIONID=22222222222222222222222222222222; path=/; secure; HttpOnly")))
                .isEqualTo("TNS_SESSIONID=22222222222222222222222222222222");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TNS_SESSIONID=abc; path=/; secure; HttpOnly; SameSite=Strict",
                "TNS_SESSIONID=abc; SameSite=None; Partitioned",
                "TNS_SESSIONID=abc;path=/;Max-Age=3600",
                "TNS_SESSIONID=abc; expires=Fri, 31-Dec-2100 23:59:59 GMT; path=/",
                "TNS_SESSIONID=abc; expires=Fri, 31-Dec-60 23:59:59 GMT; path=/",
                "TNS_SESSIONID=abc; Expires=Fri, 31 Dec 60 23:59:59 GMT",
                "TNS_SESSIONID=abc; Expires=Friday, 31-Dec-60 23:59:59 GMT",
                "TNS_SESSIONID=abc; Expires=Fri Dec 31 23:59:59 2060",
                "TNS_SESSIONID=abc; Expires=Fri, 31 Dec 2060 23:59:59 +0000",
                "TNS_SESSIONID=abc; Max-Age=3600; Expires=Thu, 01-Jan-1970 00:00:01 GMT",
                "TNS_SESSIONID=abc; Expires=soon",
                "TNS_SESSIONID=abc; Expires=",
                "TNS_SESSIONID=abc; Expires=0",
                "TNS_SESSIONID=abc; Max-Age=long; Domain=; Path=",
                "TNS_SESSIONID=abc; Version=1; Comment=\"x; y\"",
                "TNS_SESSIONID=abc",
            })
    void loseTheirAttributes(String header) {
        assertThat(LoginCookies.of(List.of(header))).isEqualTo("TNS_SESSIONID=abc");
    }

    @Test
    void keepTheirOrder() {
        assertThat(LoginCookies.of(List.of("b=2; path=/", "a=1; path=/", "b=3; path=/")))
                .isEqualTo("b=3; a=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TNS_SESSIONID=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; path=/",
                "TNS_SESSIONID=deleted; expires=Thu, 01-Jan-70 00:00:01 GMT; path=/",
                "TNS_SESSIONID=deleted; expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "TNS_SESSIONID=deleted; Max-Age=0; path=/",
                "TNS_SESSIONID=deleted; Max-Age=-1; path=/",
            })
    void areForgottenWhenTheServerDeletesThem(String header) {
        assertThat(LoginCookies.of(List.of("TNS_SESSIONID=abc; path=/", "lang=en", header)))
                .isEqualTo("lang=en");
    }

    @Test
    void areSkippedWhenTheyAreNone() {
        assertThat(LoginCookies.of(List.of("", "nonsense", "=x", "TNS_SESSIONID=abc")))
                .isEqualTo("TNS_SESSIONID=abc");
    }
}
