package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceFindingsTest {

    /** A reference of which only the findings are known makes no finding fixed because of its ports. */
    @Test
    void assumesNothingThatItDoesNotKnow() throws IOException {
        Finding finding = finding().build();
        try (ReferenceFindings reference = consumer -> consumer.accept(finding)) {
            List<RecordedFinding> recorded = new ArrayList<>();
            reference.readRecorded(one -> true, recorded::add);
            reference.readRecorded(one -> false, recorded::add);

            assertThat(recorded).containsExactly(new RecordedFinding(finding, FindingState.UNKNOWN));
            assertThat(reference.defaultPorts()).isEqualTo(DefaultPorts.NONE);
            assertThat(reference.reported()).isFalse();
        }
    }
}
