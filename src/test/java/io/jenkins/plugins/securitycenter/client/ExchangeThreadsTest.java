package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Connections need no threads of their own. */
class ExchangeThreadsTest {

    @Test
    void oneThreadWatchesAllConnections() throws Exception {
        try (Rig one = new Rig();
                Rig other = new Rig();
                SecurityCenter first = one.open();
                SecurityCenter second = other.open()) {
            first.status();
            second.status();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().equals("SecurityCenter watch"))
                    .hasSize(1);
        }
    }
}
