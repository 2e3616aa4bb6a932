package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final ManualClock clock = ManualClock.startingNow();
    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start(
                SimulatorOptions.defaults().withClock(clock).withSessionLimit(2).withProfile(Profile.V5_20));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void givesATenDigitTokenAndTwoCookiesOfWhichTheLastWorks() {
        HttpResponse<byte[]> answer = Browser.at(simulator).logInAnswer("ci", "ci-password", false);
        JsonNode token = Browser.json(answer).path("response").path("token");
        assertThat(token.isNumber()).isTrue();
        assertThat(token.asText()).matches("\\d{10}");
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allMatch(cookie -> cookie.matches("TNS_SESSIONID=[0-9a-f]{32}; path=/; HttpOnly; SameSite=Strict"));
        assertThat(status(token.asText(), cookies.get(0))).isEqualTo(403);
        assertThat(status(token.asText(), cookies.get(1))).isEqualTo(200);
        assertThat(status("", cookies.get(1))).isEqualTo(403);
        assertThat(status(token.asText(), "none=1")).isEqualTo(403);
    }

    private int status(String token, String cookie) {
        return Browser.at(simulator)
                .header("X-SecurityCenter", token)
                .header("Cookie", cookie.split(";")[0])
                .send("GET", "/currentUser", null)
                .statusCode();
    }

    @Test
    void refusesUnknownSessionsAsHtmlWithCodeTwelve() {
        HttpResponse<byte[]> answer = Browser.at(simulator).send("GET", "/scan", null);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
        assertThat(Browser.json(answer).path("error_code").asInt()).isEqualTo(12);
    }

    @Test
    void asksForReleaseAtTheLimitAndThenClosesTheOldest() {
        Browser first = Browser.loggedIn(simulator);
        Browser second = Browser.loggedIn(simulator);
        JsonNode refused =
                Browser.json(second.logInAnswer("ci", "ci-password", false)).path("response");
        assertThat(refused.toString()).isEqualTo("{\"releaseSession\":true}");
        assertThat(Browser.json(Browser.at(simulator).logInAnswer("ci", "ci-password", true))
                        .at("/response/token")
                        .asText())
                .isNotEmpty();
        assertThat(simulator.openSessions()).isEqualTo(2);
        assertThat(first.envelope("GET", "/scan", null).path("error_code").asInt())
                .isEqualTo(12);
        assertThat(second.envelope("GET", "/scan", null).path("error_code").asInt())
                .isZero();
    }

    @Test
    void closesIdleSessionsOnly() {
        Browser busy = Browser.loggedIn(simulator);
        Browser idle = Browser.loggedIn(simulator);
        clock.advanceSeconds(3_000);
        busy.get("/currentUser");
        clock.advanceSeconds(3_000);
        assertThat(busy.send("GET", "/currentUser", null).statusCode()).isEqualTo(200);
        assertThat(idle.send("GET", "/currentUser", null).statusCode()).isEqualTo(403);
        assertThat(simulator.openSessions()).isEqualTo(1);
    }

    @Test
    void endsASessionOnce() {
        Browser browser = Browser.loggedIn(simulator);
        assertThat(browser.envelope("DELETE", "/token", null).path("response").asText())
                .isEmpty();
        assertThat(browser.send("DELETE", "/token", null).statusCode()).isEqualTo(403);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void expiresAllSessionsOnDemand() {
        Browser browser = Browser.loggedIn(simulator);
        simulator.controls().expireSessions();
        assertThat(browser.envelope("GET", "/status", null).path("error_code").asInt())
                .isEqualTo(12);
    }

    @Test
    void locksAnAccountAfterTooManyWrongPasswords() {
        for (int i = 0; i < 20; i++) {
            HttpResponse<byte[]> answer = Browser.at(simulator).logInAnswer("ci", "wrong", false);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Browser.json(answer).path("error_code").asInt())
                    .isPositive()
                    .isNotEqualTo(12);
        }
        assertThat(simulator.controls().failedLogins("ci")).isEqualTo(20);
        assertThat(Browser.at(simulator).logInAnswer("ci", "ci-password", false).statusCode())
                .isEqualTo(403);
        simulator.controls().unlock("ci");
        assertThat(Browser.at(simulator).logInAnswer("ci", "ci-password", false).statusCode())
                .isEqualTo(200);
    }

    @Test
    void logsNoPassword() {
        Browser.loggedIn(simulator);
        LoggedRequest login = simulator.requests().get(0);
        assertThat(login.line()).isEqualTo("POST /token");
        assertThat(login.body()).contains("\"username\":\"ci\"").doesNotContain("ci-password");
        assertThat(login.status()).isEqualTo(200);
    }
}
