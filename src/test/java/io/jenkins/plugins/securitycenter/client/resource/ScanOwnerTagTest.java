package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanOwnerTagTest {

    @Test
    void survivesTheServer() {
        ScanOwnerTag mark = new ScanOwnerTag("1f2e", "team/app [main]#7");
        assertThat(ScanOwnerTag.in(mark.description())).contains(mark);
        assertThat(ScanOwnerTag.in("Edited by hand. " + mark.description() + "\n"))
                .contains(mark);
    }

    @Test
    void isNotSeenInOtherDescriptions() {
        assertThat(ScanOwnerTag.in("")).isEmpty();
        assertThat(ScanOwnerTag.in("Scan of [jenkins]")).isEmpty();
    }
}
