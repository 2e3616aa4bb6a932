package io.jenkins.plugins.securitycenter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small part of the campaign; see docs/testing.md for the whole. */
class CampaignTest {

    private static final int STORIES = 80;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, STORIES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isRightOrSaysSo(long seed, @TempDir Path directory) throws Exception {
        Story.Told told = Story.tell(seed, directory, Way.PENDING);
        assertThat(told.faults()).as("%s", told).isEmpty();
    }
}
