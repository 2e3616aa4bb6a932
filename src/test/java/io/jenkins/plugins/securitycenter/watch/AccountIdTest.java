package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountIdTest {

    @Test
    void differsForDifferentAccounts() {
        List<Login> logins = List.of(
                new Login.Password("u", "p"),
                new Login.Password("v", "p"),
                new Login.ApiKeys("u", "s"),
                new Login.ApiKeys("v", "s"),
                new Login.Certificate(Simulator.clientKeys("ci", "changeit"), "changeit"),
                new Login.Certificate(Simulator.clientKeys("ci", "changeit"), "changeit"));

        assertThat(logins).extracting(AccountId::hash).doesNotHaveDuplicates().allMatch(hash -> hash.length() == 16);
    }

    @Test
    void doesNotDependOnThePassword() {
        KeyStore store = Simulator.clientKeys("ci", "changeit");

        assertThat(AccountId.hash(new Login.Password("u", "p")))
                .isEqualTo(AccountId.hash(new Login.Password("u", "other")));
        assertThat(AccountId.hash(new Login.ApiKeys("u", "s")))
                .isEqualTo(AccountId.hash(new Login.ApiKeys("u", "other")));
        assertThat(AccountId.hash(new Login.Certificate(store, "changeit")))
                .isEqualTo(AccountId.hash(new Login.Certificate(store, "other")));
    }
}
