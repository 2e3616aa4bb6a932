package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanMarkTest {

    @Test
    void survivesTheServer() {
        ScanMark mark = new ScanMark("1f2e", "team/app [main]#7");
        assertThat(ScanMark.in(mark.description())).contains(mark);
        assertThat(ScanMark.in("Edited by hand. " + mark.description() + "\n")).contains(mark);
    }

    @Test
    void isNotSeenInOtherDescriptions() {
        assertThat(ScanMark.in("")).isEmpty();
        assertThat(ScanMark.in("Scan of [jenkins]")).isEmpty();
    }
}
