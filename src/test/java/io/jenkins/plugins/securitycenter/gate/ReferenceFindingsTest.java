package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceFindingsTest {

    @Test
    void readsWholeFindingsWhereKeysAreNotStoredApart() throws IOException {
        List<Finding> stored = List.of(finding().build(), finding().port(80).build());
        ReferenceFindings reference = stored::forEach;
        List<Finding> read = new ArrayList<>();
        reference.readKeys(read::add);

        assertThat(read).isEqualTo(stored);
    }

    @Test
    void expectsNoReportsUnlessTheReferenceHadSome() {
        ReferenceFindings reference = consumer -> {};

        assertThat(reference.reported()).isFalse();
    }
}
