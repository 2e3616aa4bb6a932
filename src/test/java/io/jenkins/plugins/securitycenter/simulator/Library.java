package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The plain objects that scans refer to, with their default content. */
final class Library {
    private static final long FIRST_OF_ORGANIZATION = 1_000_000;
    final Records repositories = new Records("Repository", 0);
    final Records policies = new Records("Policy", FIRST_OF_ORGANIZATION);
    final Records credentials = new Records("Credential", FIRST_OF_ORGANIZATION);
    final Records zones = new Records("Zone", 0);
    final Records assets = new Records("Asset", 0);
    final Records reportDefinitions = new Records("Report Definition", 0);
    final Records queries = new Records("Query", 0);
    private final boolean uuids;

    Library(SimulatorOptions options) {
        uuids = options.profile().isSix();
        String now = String.valueOf(options.clock().instant().getEpochSecond());
        add(repositories, "Default", "type", "Local", "dataFormat", "IPv4", "vulnCount", "0");
        add(repositories, "Restricted", "type", "Local", "dataFormat", "IPv4", "vulnCount", "0");
        repositories.all().forEach(repository -> repository.put("createdTime", now));
        add(policies, "Full Safe Scan", "context", "", "tags", "");
        add(policies, "Web Tests", "context", "", "tags", "");
        add(credentials, "Linux root", "type", "ssh", "tags", "");
        add(credentials, "Windows domain", "type", "windows", "tags", "");
        add(zones, "Data centre", "ipList", "10.0.0.0/8");
        add(zones, "DMZ", "ipList", "10.18.0.0/16");
        ObjectNode ranges = Json.texts("id", "0", "name", "All Defined Ranges", "description", "", "status", "0");
        assets.put(ranges.put("type", "static"));
        add(assets, "Build agents", "type", "static", "tags", "")
                .set("typeFields", Json.texts("definedIPs", "10.17.0.1-10.17.0.20"));
        add(reportDefinitions, "Executive summary", "type", "pdf");
        add(reportDefinitions, "All findings", "type", "csv");
        add(queries, "Critical findings", "type", "vuln", "tool", "vulndetails")
                .set("filters", Json.array().add(Json.texts("filterName", "severity", "operator", "=", "value", "4")));
    }

    /** Every list with its path, for the generic resource. */
    List<ObjectList> resources(SimulatorOptions options) {
        return List.of(
                new ObjectList("repository", repositories, ObjectList.Shape.PLAIN, options),
                new ObjectList("zone", zones, ObjectList.Shape.PLAIN, options),
                new ObjectList("policy", policies, ObjectList.Shape.USABLE, options),
                new ObjectList("credential", credentials, ObjectList.Shape.USABLE, options),
                new ObjectList("asset", assets, ObjectList.Shape.USABLE, options),
                new ObjectList("query", queries, ObjectList.Shape.USABLE, options));
    }

    ObjectList reportDefinitions(SimulatorOptions options) {
        return new ObjectList("reportDefinition", reportDefinitions, ObjectList.Shape.USABLE, options);
    }

    private ObjectNode add(Records records, String name, String... more) {
        ObjectNode record = Json.texts("id", records.newId(), "name", name, "description", "", "status", "0");
        if (uuids) {
            record.put("uuid", Uuids.of(records.kind(), name));
        }
        record.setAll(Json.texts(more));
        return records.put(record);
    }
}
