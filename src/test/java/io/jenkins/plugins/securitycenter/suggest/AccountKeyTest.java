package io.jenkins.plugins.securitycenter.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.net.URI;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountKeyTest {

    private static final Endpoint SERVER = Endpoint.of("a", URI.create("https://a.example.com"));

    private final AccountKey account = new AccountKey();

    @Test
    void isTheSameForTheSameLogin() {
        KeyStore store = Simulator.clientKeys("ci", "changeit");
        for (Login login : List.of(
                new Login.Password("u", "p"), new Login.ApiKeys("u", "p"), new Login.Certificate(store, "changeit"))) {
            assertThat(account.digest(SERVER, login)).isEqualTo(account.digest(SERVER, login));
        }
    }

    @Test
    void differsWithAnythingThatTheLoginIsMadeOf() {
        List<Login> logins = List.of(
                new Login.Password("u", "p"),
                new Login.Password("u", "q"),
                new Login.Password("up", ""),
                new Login.ApiKeys("u", "p"),
                new Login.Certificate(Simulator.clientKeys("ci", "changeit"), "changeit"),
                new Login.Certificate(Simulator.clientKeys("ci", "changeit"), "changeit"));
        assertThat(logins).extracting(login -> account.digest(SERVER, login)).doesNotHaveDuplicates();
        Endpoint other = Endpoint.of("a", URI.create("https://b.example.com"));
        assertThat(account.digest(other, logins.get(0))).isNotEqualTo(account.digest(SERVER, logins.get(0)));
    }

    @Test
    void saysNothingOutsideOfThisJvm() {
        Login login = new Login.Password("u", "p");
        assertThat(new AccountKey().digest(SERVER, login))
                .isNotEqualTo(account.digest(SERVER, login))
                .hasSize(44);
    }
}
