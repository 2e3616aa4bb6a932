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
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The scan that found the findings to verify: what remediation scans take over from it. It is looked up once, as far as the
 * account can read it. Thread-safe.
 */
public final class OriginalScan {

    /**
     * The settings of the scan.
     *
     * @param zone the ID of its scan zone; empty for none
     * @param credentials the IDs of its credentials
     * @param preferences the preferences of its policy, without secrets
     * @param families the IDs of all plugin families of the server, by their names in lower case
     */
    record Settings(String zone, List<String> credentials, ObjectNode preferences, Map<String, String> families) {}

    /** The value that replaces a secret in responses. */
    private static final String SECRET = "SET";
    /** The ID that references to nothing have. */
    private static final String NONE = "-1";

    private final String scanResultId;
    private final String scanId;
    private @Nullable Settings settings;

    /**
     * @param scanResultId the scan result with the findings; empty if they are of no single scan
     * @param scanId the ID of its scan; empty to read it from the scan result
     */
    public OriginalScan(String scanResultId, String scanId) {
        this.scanResultId = scanResultId;
        this.scanId = scanId;
    }

    /** Returns the ID of the scan result as a number, in the order of creation; -1 if it is none. */
    long number() {
        try {
            return Long.parseLong(scanResultId);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Returns the settings; logs why if the account cannot read them, because a scan can do without.
     *
     * @param log receives lines for the build log, at the first call only
     */
    synchronized Settings settings(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        if (settings == null) {
            Optional<Attributes> scan = scan(server, log);
            settings = new Settings(
                    scan.flatMap(one -> one.reference("zone"))
                            .map(ResourceReference::id)
                            .filter(id -> !id.equals(NONE))
                            .orElse(""),
                    scan.map(one -> one.objects("credentials")).orElse(List.of()).stream()
                            .map(one -> one.id("id"))
                            .toList(),
                    preferences(server, scan.flatMap(one -> one.reference("policy")), log),
                    families(server));
        }
        return settings;
    }

    private Optional<Attributes> scan(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        if (scanResultId.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> id = scanId.isEmpty() ? idOfResult(server, log) : Optional.of(scanId);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (id.get().equals(NONE)) {
            missing("scan result " + scanResultId + " does not name its scan.", log);
            return Optional.empty();
        }
        return visible(server, "/scan/" + id.get(), "policy,zone,credentials", "read scan " + id.get(), log);
    }

    private Optional<String> idOfResult(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        return visible(server, "/scanResult/" + scanResultId, "scan", "read scan result " + scanResultId, log)
                .map(result ->
                        result.reference("scan").map(ResourceReference::id).orElse(NONE));
    }

    private static ObjectNode preferences(
            SecurityCenter server, Optional<ResourceReference> policy, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        ObjectNode preferences = JsonNodeFactory.instance.objectNode();
        if (policy.isPresent()) {
            String id = policy.get().id();
            visible(server, "/policy/" + id, "preferences", "read policy " + id, log)
                    .map(one -> one.json("preferences"))
                    .ifPresent(known -> copy(known, preferences));
        }
        return preferences;
    }

    private static void copy(JsonNode known, ObjectNode preferences) {
        known.properties().forEach(preference -> {
            if (preference.getValue().isValueNode()
                    && !preference.getValue().asText().equals(SECRET)) {
                preferences.set(preference.getKey(), preference.getValue());
            }
        });
    }

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

    private static Optional<Attributes> visible(
            SecurityCenter server, String path, String fields, String operation, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        try {
            Request request = Request.get(path).query("fields", "id," + fields).toDo(operation);
            return Optional.of(new ResourceReader(server, request).existing(one -> one));
        } catch (ErrorResponseException | UnexpectedResponseException e) {
            missing(MessageText.of(e), log);
            return Optional.empty();
        }
    }

    private static void missing(String reason, Consumer<String> log) {
        log.accept("The remediation scan uses default settings instead of those of the original scan: " + reason);
    }
}
