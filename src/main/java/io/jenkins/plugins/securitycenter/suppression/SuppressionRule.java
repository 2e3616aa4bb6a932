package io.jenkins.plugins.securitycenter.suppression;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.HostPattern;
import io.jenkins.plugins.securitycenter.model.PortRange;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule of a suppression file. Empty lists and sets do not restrict the rule.
 *
 * @param line the line of the file where the rule starts, from 1
 * @param values the values of the selector as written; a finding is covered only if they contain all of its values
 * @param until the last day of the rule, in the time zone of the controller
 * @param reason why the findings are suppressed
 */
public record SuppressionRule(
        int line,
        Selector selector,
        List<String> values,
        List<HostPattern> hosts,
        List<PortRange> ports,
        Set<Severity> severities,
        LocalDate until,
        String reason) {

    private static final int LONGEST = 200;

    public SuppressionRule {
        values = List.copyOf(values);
        hosts = List.copyOf(hosts);
        ports = List.copyOf(ports);
        severities = Set.copyOf(severities);
    }

    /** Returns the values of the selector in canonical spelling. */
    List<String> canonical() {
        return values.stream().map(selector::canonical).toList();
    }

    /** Returns whether the rule covers the finding, ignoring its last day. */
    boolean covers(Finding finding) {
        List<String> found = selector.of(finding);
        return !found.isEmpty()
                && canonical().containsAll(found)
                && (severities.isEmpty() || severities.contains(finding.severity()))
                && (ports.isEmpty() || ports.stream().anyMatch(range -> range.contains(finding.port())))
                && (hosts.isEmpty() || hosts.stream().anyMatch(host -> host.matches(finding.host())));
    }

    boolean expired(LocalDate today) {
        return today.isAfter(until);
    }

    /** Returns whether both rules are the same, wherever they are in their files. */
    boolean same(SuppressionRule other) {
        return at(0).equals(other.at(0));
    }

    private SuppressionRule at(int otherLine) {
        return new SuppressionRule(otherLine, selector, values, hosts, ports, severities, until, reason);
    }

    /** Returns what the rule selects, for example {@code plugin 51192 on 192.0.2.0/24}; truncated if it is long. */
    public String text() {
        String text = selector.word() + " " + String.join(", ", values)
                + listed(" on ", hosts.stream().map(HostPattern::text).toList())
                + listed(" port ", ports.stream().map(PortRange::text).toList())
                + listed(
                        " of severity ",
                        severities.stream().sorted().map(Severity::label).toList());
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String listed(String before, List<String> parts) {
        return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", before, ""));
    }

    /** Returns the rule as it is stored with the findings that it suppresses. */
    Suppression suppression() {
        return new Suppression(text(), until, reason);
    }
}
