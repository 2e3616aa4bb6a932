package io.jenkins.plugins.securitycenter.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a scan sees of its hosts, and what the scanner says about that.
 *
 * @param written whether there is a row of plugin 19506 for each host
 * @param refused addresses of hosts that refuse the login, so that local checks do not run there
 * @param scope what the scan looks at
 * @param cutOff addresses of hosts of which the scan does not end
 * @param lacking ids of plugins that find nothing
 * @param names DNS names by address that differ from the usual one: an empty one for none, several for virtual hosts
 * @param silent addresses of hosts that are down, and ports that are closed, such as {@code 192.0.2.1:443}
 */
public record ScanReports(
        boolean written,
        Set<String> refused,
        ScanScope scope,
        Set<String> cutOff,
        Set<String> lacking,
        Map<String, List<String>> names,
        Set<String> silent) {

    /** The scan sees everything and says nothing. */
    public static final ScanReports SILENT =
            new ScanReports(false, Set.of(), ScanScope.ALL, Set.of(), Set.of(), Map.of(), Set.of());

    /** The scan sees everything and says so. */
    public static final ScanReports COMPLETE =
            new ScanReports(true, Set.of(), ScanScope.ALL, Set.of(), Set.of(), Map.of(), Set.of());

    /** The family of the plugins that report. */
    static final String FAMILY = "Settings";

    private static final int BEFORE_END = 10;
    private static final String TEXT = """
            Information about this scan :

            Nessus version : 10.8.3
            Plugin feed version : 202611270312
            Scan policy used : Weekly
            Scanner IP : 198.51.100.7
            Port range : %s
            Paranoia level : 1
            Thorough tests : no
            Credentialed checks : %s
            Scan Start Date : 2026/11/27 10:00 UTC
            Scan duration : 214 sec
            """;
    static final CataloguePlugin INFORMATION = new ReportPlugin("19506", "Nessus Scan Information");
    private static final CataloguePlugin REFUSED = new ReportPlugin(
            "104410", "Target Credential Status by Authentication Protocol - Failure for Provided Credentials");

    /** These hosts refuse the login. */
    public ScanReports refusedBy(String... addresses) {
        return new ScanReports(written, Set.of(addresses), scope, cutOff, lacking, names, silent);
    }

    /** Only these ports are looked at. */
    public ScanReports ofPorts(int first, int last) {
        return within(scope.ofPorts(first + "-" + last));
    }

    /** Only this is looked at. */
    ScanReports within(ScanScope other) {
        return new ScanReports(written, refused, other, cutOff, lacking, names, silent);
    }

    /** The scan of these hosts does not end. */
    public ScanReports cutOffAt(String... addresses) {
        return new ScanReports(written, refused, scope, Set.of(addresses), lacking, names, silent);
    }

    /** These plugins find nothing, because all is fixed or because the policy does not have them. */
    public ScanReports lacking(String... plugins) {
        return new ScanReports(written, refused, scope, cutOff, Set.of(plugins), names, silent);
    }

    /** These hosts are down, and these ports are closed. */
    public ScanReports silentAt(String... places) {
        return new ScanReports(written, refused, scope, cutOff, lacking, names, Set.of(places));
    }

    /** The host of that address has these names: an empty one for none, several for virtual hosts. */
    public ScanReports named(String address, String... others) {
        Map<String, List<String>> more = new HashMap<>(names);
        more.put(address, List.of(others));
        return new ScanReports(written, refused, scope, cutOff, lacking, Map.copyOf(more), silent);
    }

    /** The host of a finding, under the name that it has in this scan. */
    SimulatedHost named(SimulatedHost host, int slot) {
        List<String> own = names.get(host.ip());
        return own == null ? host : host.named(own.get(slot % own.size()));
    }

    boolean shows(Row row) {
        int port = row.plugin().product().port();
        String ip = row.host().ip();
        boolean seen = port == 0 ? !refused.contains(ip) : scope.hasPort(port);
        return seen
                && scope.sees(row.plugin(), row.host())
                && !silent.contains(ip)
                && !silent.contains(ip + ":" + port)
                && !lacking.contains(row.plugin().id())
                && !(cutOff.contains(ip) && row.slot() % Population.PER_HOST >= BEFORE_END);
    }

    /** The rows about the hosts of the first so many findings. */
    List<Row> rows(Run run, int count) {
        List<Row> rows = new ArrayList<>();
        for (int slot = 0; written && slot < count; slot += Population.PER_HOST) {
            SimulatedHost one = run.data().population().host(slot);
            int hosts = scope.hasHost(one) && !silent.contains(one.ip())
                    ? names.getOrDefault(one.ip(), List.of("")).size()
                    : 0;
            for (int host = slot; host < slot + hosts; host++) {
                add(rows, run, host, one.ip());
            }
        }
        return rows;
    }

    private void add(List<Row> rows, Run run, int slot, String ip) {
        if (!cutOff.contains(ip)) {
            String login = refused.contains(ip) ? "no" : "yes, as 'scanner' via ssh";
            rows.add(Row.report(run, slot, INFORMATION, TEXT.formatted(scope.ports(), login)));
        }
        if (refused.contains(ip)) {
            rows.add(Row.report(run, slot, REFUSED, "- The login as 'scanner' was refused."));
        }
    }

    /** A plugin that is not about a product. */
    private static final class ReportPlugin extends CataloguePlugin {

        private final String id;
        private final String name;

        ReportPlugin(String id, String name) {
            super(0);
            this.id = id;
            this.name = name;
        }

        @Override
        String id() {
            return id;
        }

        @Override
        String name() {
            return name;
        }

        @Override
        Severity severity() {
            return Severity.INFO;
        }

        @Override
        Product product() {
            return new Product("Scanner", "scanner", new Product.Family("40", FAMILY), 0, "TCP");
        }
    }
}
