package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.CveId;
import io.jenkins.plugins.securitycenter.model.HostPattern;
import io.jenkins.plugins.securitycenter.model.PortRange;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The vulnerabilities, hosts and ports that a gate is limited to. An empty list does not limit it; otherwise one of the
 * entries must match.
 *
 * @param cve CVEs such as {@code CVE-2021-44228}
 * @param host see {@link HostPattern}
 * @param port see {@link PortRange}
 */
public record ScopeCondition(List<String> cve, List<String> host, List<String> port) implements Serializable {

    public static final ScopeCondition ALL = new ScopeCondition(List.of(), List.of(), List.of());

    /** @throws IllegalArgumentException if an entry is not valid, with a message for the user */
    public ScopeCondition {
        cve = cve == null ? List.of() : cve.stream().map(CveId::parse).toList();
        host = host == null ? List.of() : List.copyOf(host);
        port = port == null ? List.of() : List.copyOf(port);
        check("host ", host, HostPattern::parse);
        check("port ", port, PortRange::parse);
    }

    private static void check(String field, List<String> entries, Consumer<String> parser) {
        try {
            entries.forEach(parser);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + e.getMessage(), e);
        }
    }

    /** Returns the entries of a text that is separated by commas or line breaks. */
    public static List<String> entries(String text) {
        return Arrays.stream(text.split("[,\\n\\r]"))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
