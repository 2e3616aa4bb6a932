package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, 10.0.0.10",
        "9.255.255.255, 10.0.0.0",
        "web2.example.com, web10.example.com",
        "9999, 10107",
        "Apache, nginx",
        "a1, ab",
        "a, a1",
        "'', 0",
        "99999999999999999999, 100000000000000000000"
    })
    void ordersAsPeopleDo(String first, String second) {
        assertThat(NaturalOrder.ranks(List.of(second, first))).containsExactly(1, 0);
    }

    @Test
    void putsEqualNamesOnOneRank() {
        assertThat(NaturalOrder.ranks(List.of("b", "Web 7", "web 007", "a"))).containsExactly(1, 2, 2, 0);
        assertThat(NaturalOrder.ranks(List.of())).isEmpty();
    }
}
