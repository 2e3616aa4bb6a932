package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.LoginReport;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.remediation.RemediationScan;
import java.util.HashMap;
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
 * @param original the ID of the original scan; empty if there is none
 * @param zone the name or ID of the scan zone; empty for that of the original scan
 * @param credentials names or IDs of credentials; empty for those of the original scan
 * @param maxScanTime the maximum duration in seconds, or {@code unlimited}; empty or 0 for the server's default
 */
public record RemediationSpecification(
        String name, RemediationScan scan, String original, String zone, List<String> credentials, String maxScanTime)
        implements ScanSpecification {

    /** The template of policies whose plugins can be selected. */
    private static final String ADVANCED_SCAN = "1";
    /** The family of the plugins that report on the scan itself. */
    private static final String REPORTS_FAMILY = "Settings";

    private static final String PORTS = "portscan_range";
    /** The value that replaces a secret in responses. */
    private static final String SECRET = "SET";

    public RemediationSpecification {
        OnDemandScan.required("name", name);
        OnDemandScan.checkMaxScanTime(maxScanTime);
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
    public OnDemandScans.Draft draft(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        Optional<Attributes> definition = original.isEmpty()
                ? Optional.empty()
                : visible(server, "/scan/" + original, "policy,zone,credentials", "read scan " + original, log);
        ObjectNode body = OnDemandScans.body(name, knownTargets());
        body.set("repository", OnDemandScans.reference(scan.repository().id()));
        addZone(server, body, definition);
        addCredentials(server, body, definition);
        if (!maxScanTime.matches("0*")) {
            body.put("maxScanTime", maxScanTime);
        }
        if (scan.plugins().size() == 1) {
            body.put("pluginID", scan.plugins().firstKey());
        }
        Optional<String> policy =
                definition.flatMap(one -> one.reference("policy")).map(ResourceReference::id);
        return new OnDemandScans.Draft(name, body, Optional.of(policy(server, policy, log)));
    }

    private void addZone(SecurityCenter server, ObjectNode body, Optional<Attributes> definition)
            throws SecurityCenterException, InterruptedException {
        if (!zone.isBlank()) {
            body.set("zone", OnDemandScan.reference(server, ResourceType.ZONE, zone));
            return;
        }
        definition
                .flatMap(one -> one.reference("zone"))
                .ifPresent(known -> body.set("zone", OnDemandScans.reference(known.id())));
    }

    private void addCredentials(SecurityCenter server, ObjectNode body, Optional<Attributes> definition)
            throws SecurityCenterException, InterruptedException {
        for (String credential : credentials) {
            body.withArray("credentials").add(OnDemandScan.reference(server, ResourceType.CREDENTIAL, credential));
        }
        if (credentials.isEmpty() && definition.isPresent()) {
            for (Attributes known : definition.get().objects("credentials")) {
                body.withArray("credentials").add(OnDemandScans.reference(known.id("id")));
            }
        }
    }

    private ObjectNode policy(SecurityCenter server, Optional<String> original, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("name", name).put("context", scan.plugins().size() == 1 ? "scan" : "");
        policy.set("policyTemplate", OnDemandScans.reference(ADVANCED_SCAN));
        ObjectNode preferences = policy.putObject("preferences");
        if (original.isPresent()) {
            String path = "/policy/" + original.get();
            visible(server, path, "preferences", "read policy " + original.get(), log)
                    .map(one -> one.json("preferences"))
                    .ifPresent(known -> copy(known, preferences));
        }
        preferences.put(PORTS, scan.portRange());
        addFamilies(policy, families(server));
        return policy;
    }

    private static void copy(JsonNode known, ObjectNode preferences) {
        known.properties().forEach(preference -> {
            if (preference.getValue().isValueNode()
                    && !preference.getValue().asText().equals(SECRET)) {
                preferences.set(preference.getKey(), preference.getValue());
            }
        });
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
                throw new IllegalArgumentException("SecurityCenter has no plugin family \"" + family + "\", so plugin "
                        + plugin + " cannot verify its findings; select other findings.");
            }
            families.computeIfAbsent(id, OnDemandScans::reference)
                    .withArray("plugins")
                    .add(OnDemandScans.reference(plugin));
        });
        families.values().forEach(policy.withArray("families")::add);
    }

    /** Returns the ID for each name in lower case. */
    private static Map<String, String> families(SecurityCenter server)
            throws SecurityCenterException, InterruptedException {
        Request request =
                Request.get("/pluginFamily").query("fields", "id,name").toDo("list the plugin families");
        Map<String, String> ids = new HashMap<>();
        for (ResourceReference family :
                new ResourceReader(server, request).all(row -> new ResourceReference(row.id("id"), row.line("name")))) {
            ids.putIfAbsent(family.name().strip().toLowerCase(Locale.ROOT), family.id());
        }
        return ids;
    }

    /** Returns an object of the original scan; logs why if the account cannot read it, because the scan can do without. */
    private static Optional<Attributes> visible(
            SecurityCenter server, String path, String fields, String operation, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        try {
            Request request = Request.get(path).query("fields", "id," + fields).toDo(operation);
            return Optional.of(new ResourceReader(server, request).existing(one -> one));
        } catch (ErrorResponseException | UnexpectedResponseException e) {
            log.accept("The remediation scan uses default settings instead of those of the original scan: "
                    + e.getMessage());
            return Optional.empty();
        }
    }
}
