package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanKindTest {

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, active, /scan, scan",
        "AGENT, agent, /agentScan, agent scan",
        "WEB, web, /wasScan, web application scan"
    })
    void hasAWordAPathAndALabel(ScanKind kind, String word, String path, String label) {
        assertThat(kind.word()).isEqualTo(word);
        assertThat(kind.path()).isEqualTo(path);
        assertThat(kind.label()).isEqualTo(label);
        assertThat(ScanKind.parse(word)).isEqualTo(kind);
    }

    @Test
    void refusesOtherWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanKind.parse("passive"))
                .withMessageContaining("\"passive\"");
    }
}
