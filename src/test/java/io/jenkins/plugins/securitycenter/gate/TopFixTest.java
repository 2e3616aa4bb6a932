package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Severity;
import org.junit.jupiter.api.Test;

class TopFixTest {

    @Test
    void isOneLineOfTheLog() {
        assertThat(new TopFix("0a", "Upgrade to Apache 2.4.56 or later", 3_412, 1_038, Severity.CRITICAL, true, 23.44)
                        .text())
                .isEqualTo("Upgrade to Apache 2.4.56 or later (3,412 findings on 1,038 hosts, worst severity Critical,"
                        + " known exploited, 23.4 % of the risk)");
        assertThat(new TopFix("0a", "Update the kernel", 1, 1, Severity.LOW, false, 0).text())
                .isEqualTo("Update the kernel (1 finding on 1 host, worst severity Low, 0.0 % of the risk)");
    }
}
