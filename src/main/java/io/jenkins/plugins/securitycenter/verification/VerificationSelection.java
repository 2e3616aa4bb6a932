package io.jenkins.plugins.securitycenter.verification;

import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.RecordChoice;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The findings to verify.
 *
 * @param record the record that has them
 * @param filter as on the page of the record
 * @param fingerprints the fingerprints of the findings; empty for all that match the filter
 */
@Restricted(NoExternalUse.class)
public record VerificationSelection(RecordChoice record, TableFilter filter, Set<String> fingerprints) {

    static final int MOST_FINDINGS = 20_000;

    /** @throws IllegalArgumentException if a fingerprint is not valid, with a message for the user */
    public VerificationSelection {
        fingerprints = new LinkedHashSet<>(fingerprints);
        for (String fingerprint : fingerprints) {
            if (!fingerprint.matches("[0-9a-f]{16}")) {
                throw new IllegalArgumentException("fingerprints contains \"" + fingerprint
                        + "\"; a fingerprint has 16 hexadecimal digits, such as 0123456789abcdef.");
            }
        }
    }

    /**
     * Reads the findings.
     *
     * @param file the file of the record
     * @param name the name of the record at the beginning of a sentence
     * @param brief whether to leave out the descriptions
     * @return at least one finding
     * @throws IllegalArgumentException if there are none, or too many, with a message for the user
     * @throws IOException if the file is missing or damaged; the message is one sentence
     */
    List<RecordedFinding> read(Path file, String name, boolean brief) throws IOException {
        StoredFindings stored = StoredFindings.open(file);
        IntPredicate rows = rows(stored.table(), name);
        List<RecordedFinding> selected = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(fingerprints);
        stored.forEach(rows, recorded -> {
            if (fingerprints.isEmpty() || missing.remove(fingerprint(recorded))) {
                selected.add(brief ? new RecordedFinding(recorded.finding().brief(), recorded.state()) : recorded);
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(name + " has no finding with the fingerprint "
                    + missing.iterator().next() + (filter.equals(TableFilter.CURRENT) ? "" : " that matches " + text())
                    + "; take the fingerprint from an export of that record, or from the page of the finding.");
        }
        if (selected.isEmpty()) {
            throw new IllegalArgumentException(name + " has no finding that matches " + text()
                    + ", so there is nothing to verify; select other findings.");
        }
        return selected;
    }

    private IntPredicate rows(FindingTable table, String name) {
        if (!fingerprints.isEmpty()) {
            return table.rows(filter).or(table.rows(suppressed()));
        }
        IntPredicate rows = table.rows(filter);
        long matching = IntStream.range(0, table.size()).filter(rows).count();
        if (matching > MOST_FINDINGS) {
            throw new IllegalArgumentException(name + " has " + Digits.grouped(matching) + " findings that match "
                    + text() + ", but at most " + Digits.grouped(MOST_FINDINGS)
                    + " can be verified at once; select fewer findings.");
        }
        return rows;
    }

    private static String fingerprint(RecordedFinding recorded) {
        return Fingerprint.text(Fingerprint.of(recorded.finding()));
    }

    private TableFilter suppressed() {
        return new TableFilter(
                filter.severities(),
                filter.changes(),
                filter.plugin(),
                filter.host(),
                filter.port(),
                filter.exploitable(),
                filter.family(),
                filter.search(),
                true,
                filter.risk(),
                filter.cve(),
                filter.fix());
    }

    /** Returns the filter within a sentence, for example "severity High, change outstanding". */
    String text() {
        List<String> parts = new ArrayList<>();
        add(parts, "severity ", filter.severities().stream().map(Severity::label));
        add(parts, "change ", filter.changes().stream().map(FindingState::word));
        if (!filter.plugin().isEmpty()) {
            parts.add("plugin " + filter.plugin());
        }
        if (!filter.host().isEmpty()) {
            parts.add("host " + filter.host());
        }
        if (filter.risk().knownExploited()) {
            parts.add("known exploited");
        }
        if (filter.risk().overdue()) {
            parts.add("overdue");
        }
        if (!fingerprints.isEmpty()) {
            parts.add(Digits.counted(fingerprints.size(), "fingerprint"));
        }
        return parts.isEmpty() ? "all current findings" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, Stream<String> values) {
        String joined = values.sorted().collect(Collectors.joining(" or "));
        if (!joined.isEmpty()) {
            parts.add(name + joined);
        }
    }
}
