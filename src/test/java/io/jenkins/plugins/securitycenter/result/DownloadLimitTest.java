package io.jenkins.plugins.securitycenter.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadLimitTest {

    private final DownloadLimit limit = new DownloadLimit(2);

    @Test
    void letsSomeRunAtOnce() {
        assertThat(limit.begin()).isTrue();
        assertThat(limit.begin()).isTrue();
        assertThat(limit.begin()).isFalse();
        limit.end();
        assertThat(limit.begin()).isTrue();
    }

    @Test
    void saysWhatToDo() {
        assertThat(limit.sentence(10))
                .isEqualTo("2 downloads of findings are running in Jenkins, which is the maximum; try again in 10"
                        + " seconds.");
    }
}
