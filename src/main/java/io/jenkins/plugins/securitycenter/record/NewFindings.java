package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The new findings of a record, and the list of them that scripts receive. */
@Restricted(NoExternalUse.class)
public final class NewFindings {

    private static final Logger LOGGER = Logger.getLogger(NewFindings.class.getName());

    /** Limits the list, because a script keeps it in the memory of the controller and in its build. */
    static final int MOST = TableQuery.MOST_ENTRIES;

    private NewFindings() {}

    /**
     * Returns at most 1000 new findings of a record, the most severe first, each with fingerprint, severity, pluginId,
     * pluginName, family, ip, dnsName, port, protocol, repository, exploitAvailable (null if unknown), cvss, vpr (null if there is none)
     * and cves.
     *
     * @param least the minimum severity
     */
    public static List<Map<String, Object>> of(FindingsAction action, Severity least) throws IOException {
        return action.summary().changes().added().total() == 0 ? new ArrayList<>() : of(action.file(), least);
    }

    static List<Map<String, Object>> of(Path file, Severity least) throws IOException {
        Set<Severity> severities = Severity.descending().stream()
                .filter(severity -> severity.atLeast(least))
                .collect(Collectors.toSet());
        TableQuery query = TableQuery.FIRST
                .with(TableFilter.CURRENT.withSeverities(severities).withChanges(Set.of(FindingState.NEW)))
                .page(0, MOST);
        List<Map<String, Object>> findings = new ArrayList<>();
        for (FindingRow row : StoredFindings.open(file).table().findings(query).entries()) {
            findings.add(plain(row.finding()));
        }
        return findings;
    }

    /** Returns the worst new findings of a record; none if another build or a user has deleted its file. */
    static List<RecordedFinding> worst(FindingsAction action, int most) {
        try {
            return StoredFindings.open(action.file()).worstNew(most);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Could not read the new findings of a record", e);
            return List.of();
        }
    }

    /** Returns a finding for scripts. */
    public static Map<String, Object> plain(Finding finding) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("fingerprint", Fingerprint.text(Fingerprint.of(finding)));
        plain.put("severity", finding.severity().label());
        plain.put("pluginId", finding.plugin().id());
        plain.put("pluginName", finding.plugin().name());
        plain.put("family", finding.plugin().family());
        plain.put("ip", finding.host().ip());
        plain.put("dnsName", finding.host().dnsName());
        plain.put("port", finding.port());
        plain.put("protocol", finding.protocol());
        plain.put("repository", finding.repository().name());
        plain.put("exploitAvailable", finding.risk().exploit().orElse(null));
        plain.put("cvss", number(finding.risk().cvss()));
        plain.put("vpr", number(finding.risk().vpr()));
        plain.put("cves", new ArrayList<>(finding.plugin().cves()));
        return plain;
    }

    private static @Nullable Double number(OptionalDouble score) {
        return score.isPresent() ? score.getAsDouble() : null;
    }
}
