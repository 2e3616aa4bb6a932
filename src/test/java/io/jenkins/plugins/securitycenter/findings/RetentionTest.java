package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Finding FINDING = finding().build();
    private static final Instant SEEN = FINDING.lastSeen().orElseThrow();

    @Test
    void keepsWhatWasSeenWithinAYear() {
        Retention retention = new Retention(SEEN.plus(Retention.AGE), 0);
        assertThat(retention.keep(FINDING)).isTrue();
        assertThat(retention.dropped()).isZero();
    }

    @Test
    void forgetsWhatWasLastSeenBefore() {
        Retention retention = new Retention(SEEN.plus(Retention.AGE).plusSeconds(1), 0);
        assertThat(retention.keep(FINDING)).isFalse();
        assertThat(retention.dropped()).isEqualTo(1);
    }

    @Test
    void keepsNoMoreThanItHasRoomFor() {
        assertThat(kept(0, Retention.AT_LEAST + 5)).isEqualTo(Retention.AT_LEAST);
        assertThat(kept(Retention.AT_LEAST + 3, Retention.AT_LEAST + 5)).isEqualTo(Retention.AT_LEAST + 3);
    }

    private static long kept(long current, long missing) {
        Retention retention = new Retention(SEEN, current);
        return LongStream.range(0, missing)
                .filter(number -> retention.keep(FINDING))
                .count();
    }
}
