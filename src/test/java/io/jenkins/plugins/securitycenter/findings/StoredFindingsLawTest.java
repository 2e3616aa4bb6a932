package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Law;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.ArbitraryFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class StoredFindingsLawTest {

    @Provide
    Arbitrary<List<RecordedFinding>> entries() {
        return Combinators.combine(
                        Arbitraries.oneOf(ArbitraryFindings.one(), ArbitraryFindings.hostile()),
                        Arbitraries.of(FindingState.class))
                .as(RecordedFinding::new)
                .list()
                .ofMaxSize(8);
    }

    @Law
    void whatIsReadIsWhatWasStored(@ForAll("entries") List<RecordedFinding> entries) throws IOException {
        try (TemporaryFile file = TemporaryFile.with(entries)) {
            StoredFindings stored = file.open();
            List<RecordedFinding> read = new ArrayList<>();
            stored.forEach(row -> true, read::add);

            assertThat(read).isEqualTo(entries);
            assertThat(stored.size()).isEqualTo(entries.size());
            for (int row = 0; row < entries.size(); row++) {
                assertThat(stored.get(row)).isEqualTo(entries.get(row));
            }
        }
    }

    @Law
    void theNextBuildComparesWithAllButTheFixedOnes(@ForAll("entries") List<RecordedFinding> entries)
            throws IOException {
        List<RecordedFinding> remembered = entries.stream()
                .filter(entry -> entry.state() != FindingState.FIXED)
                .toList();
        try (TemporaryFile file = TemporaryFile.with(entries);
                OpenFindingFile open = OpenFindingFile.open(file.file())) {
            List<Finding> whole = new ArrayList<>();
            List<Finding> keys = new ArrayList<>();
            open.read(whole::add);
            open.readKeys(keys::add);

            assertThat(whole)
                    .isEqualTo(remembered.stream().map(RecordedFinding::finding).toList());
            assertThat(keys)
                    .extracting(Finding::key)
                    .isEqualTo(whole.stream().map(Finding::key).toList());
        }
    }
}
