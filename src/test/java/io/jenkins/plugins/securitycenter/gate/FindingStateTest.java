package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingStateTest {

    @Test
    void isCurrentUnlessTheFindingIsGone() {
        assertThat(EnumSet.allOf(FindingState.class))
                .filteredOn(FindingState::current)
                .containsExactly(FindingState.NEW, FindingState.OUTSTANDING, FindingState.UNKNOWN);
    }

    @Test
    void isRememberedUnlessTheFindingIsFixed() {
        assertThat(EnumSet.allOf(FindingState.class))
                .filteredOn(FindingState::remembered)
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(FindingState.FIXED)));
    }

    @Test
    void isExportedUnlessNobodyKnowsWhetherTheFindingStillExists() {
        assertThat(EnumSet.allOf(FindingState.class))
                .filteredOn(FindingState::exported)
                .containsExactly(FindingState.NEW, FindingState.OUTSTANDING, FindingState.FIXED, FindingState.UNKNOWN);
    }

    @Test
    void hasTheWordsOfExports() {
        assertThat(Stream.of(FindingState.values()).map(FindingState::word))
                .containsExactly("new", "outstanding", "fixed", "notScanned", "unknown", "notChecked");
    }
}
