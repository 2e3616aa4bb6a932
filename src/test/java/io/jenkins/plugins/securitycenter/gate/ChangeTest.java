package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void isCurrentUnlessTheFindingIsGone() {
        assertThat(EnumSet.allOf(Change.class))
                .filteredOn(Change::current)
                .containsExactly(Change.NEW, Change.OUTSTANDING, Change.UNKNOWN);
    }

    @Test
    void isRememberedUnlessTheFindingIsFixed() {
        assertThat(EnumSet.allOf(Change.class))
                .filteredOn(Change::remembered)
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Change.FIXED)));
    }

    @Test
    void hasTheWordsOfExports() {
        assertThat(Stream.of(Change.values()).map(Change::word))
                .containsExactly("new", "outstanding", "fixed", "notScanned", "unknown");
    }
}
