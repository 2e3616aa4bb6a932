package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.LoginReport;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.remediation.RemediationScan;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A remediation scan, with a policy of its own. The policy has only the plugins to verify and those that report on the
 * scan itself; its other preferences, the zone and the credentials are those of the original scan, as far as the account
 * can read them.
 *
 * @param credentials names or IDs of credentials; empty for those of the original scan
 */
public record RemediationSpecification(
        String name, RemediationScan scan, OriginalScan original, List<String> credentials)
        implements ScanSpecification {

    /** The template of policies whose plugins can be selected. */
    private static final String ADVANCED_SCAN = "1";
    /** The family of the plugins that report on the scan itself. */
    private static final String REPORTS_FAMILY = "Settings";

    private static final String PORTS = "portscan_range";

    public RemediationSpecification {
        OnDemandScan.required("name", name);
        credentials = List.copyOf(credentials);
    }

    @Override
    public ScanTargets knownTargets() {
        return ScanTargets.of(scan.hosts());
    }

    @Override
    public boolean hasPolicy() {
        return true;
    }

    @Override
    public boolean fewRequests() {
        return true;
    }

    @Override
    public long knownResult() {
        return original.number();
    }

    @Override
    public OnDemandScans.Draft draft(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        OriginalScan.Settings settings = original.settings(server, log);
        ObjectNode body = OnDemandScans.body(name, knownTargets());
        body.set("repository", OnDemandScans.reference(scan.repository().id()));
        if (!settings.zone().isEmpty()) {
            body.set("zone", OnDemandScans.reference(settings.zone()));
        }
        for (String credential : credentials) {
            body.withArray("credentials").add(OnDemandScan.reference(server, ResourceType.CREDENTIAL, credential));
        }
        if (credentials.isEmpty()) {
            settings.credentials().forEach(id -> body.withArray("credentials").add(OnDemandScans.reference(id)));
        }
        if (onePlugin()) {
            body.put("pluginID", scan.plugins().firstKey());
        }
        return new OnDemandScans.Draft(name, body, Optional.of(policy(settings)));
    }

    /** SecurityCenter accepts the context {@code scan} only for a scan that names one plugin. */
    private boolean onePlugin() {
        return scan.plugins().size() == 1;
    }

    private ObjectNode policy(OriginalScan.Settings settings) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("name", name).put("context", onePlugin() ? "scan" : "");
        policy.set("policyTemplate", OnDemandScans.reference(ADVANCED_SCAN));
        ObjectNode preferences = settings.preferences().deepCopy();
        policy.set(
                "preferences",
                preferences.put(PORTS, scan.portRange(preferences.path(PORTS).asText(""))));
        addFamilies(policy, settings.families());
        return policy;
    }

    private void addFamilies(ObjectNode policy, Map<String, String> ids) {
        SortedMap<String, String> plugins = new TreeMap<>(scan.plugins());
        for (String report : LoginReport.allPlugins().split(",")) {
            plugins.putIfAbsent(report, REPORTS_FAMILY);
        }
        Map<String, ObjectNode> families = new TreeMap<>();
        plugins.forEach((plugin, family) -> {
            String id = ids.get(family.strip().toLowerCase(Locale.ROOT));
            if (id == null) {
                throw new IllegalArgumentException(
                        "SecurityCenter has no plugin family \"" + MessageText.line(family) + "\", so plugin "
                                + MessageText.line(plugin) + " cannot verify its findings; select other findings.");
            }
            families.computeIfAbsent(id, OnDemandScans::reference)
                    .withArray("plugins")
                    .add(OnDemandScans.reference(plugin));
        });
        families.values().forEach(policy.withArray("families")::add);
    }
}
