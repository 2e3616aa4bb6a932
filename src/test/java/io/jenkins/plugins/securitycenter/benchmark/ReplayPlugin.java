package io.jenkins.plugins.securitycenter.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * The parts of a row that depend on its plugin only, as bytes that are prepared once. The fields of a row have the order
 * of real ones.
 *
 * @param identity from the beginning of the row to the address of the host
 * @param name from the protocol to the first time
 * @param description from the last time to the output
 * @param origin from the name of the host to the end of the row
 */
record ReplayPlugin(byte[] identity, byte[] name, byte[] description, byte[] origin) {

    /** The plugin that reports the scan of each host. */
    static final int SCAN_INFORMATION = 19506;

    private static final String[] SEVERITIES = {"Info", "Low", "Medium", "High", "Critical"};

    /** Returns a plugin with that ID. */
    static ReplayPlugin of(int id) {
        Random random = new Random(id);
        int severity = id == SCAN_INFORMATION ? 0 : Math.max(0, random.nextInt(8) - 3);
        String name = id == SCAN_INFORMATION ? "Nessus Scan Information" : ReplayTexts.prose(random, 50);
        return new ReplayPlugin(
                bytes(opened(identity(id, severity)) + ",\"ip\":\""),
                bytes("\",\"protocol\":\"TCP\",\"pluginName\":" + string(name) + ",\"firstSeen\":\""),
                bytes("\"," + inner(description(id, severity, random)) + ",\"pluginText\":\"<plugin_output>"),
                bytes("\"," + inner(origin(id, severity, name, random)) + "}"));
    }

    private static ObjectNode identity(int id, int severity) {
        ObjectNode row = object().put("pluginID", Integer.toString(id));
        row.putObject("severity")
                .put("id", Integer.toString(severity))
                .put("name", SEVERITIES[severity])
                .put("description", SEVERITIES[severity] + " Severity");
        return row.put("hasBeenMitigated", "0").put("acceptRisk", "0").put("recastRisk", "0");
    }

    private static ObjectNode description(int id, int severity, Random random) {
        boolean exploitable = severity > 2 && random.nextInt(3) == 0;
        String score = severity == 0 ? "" : severity * 2 + "." + random.nextInt(10);
        return object().put("exploitAvailable", exploitable ? "Yes" : "No")
                .put("exploitEase", exploitable ? "Exploits are available" : "")
                .put("exploitFrameworks", exploitable ? "Metasploit (" + ReplayTexts.prose(random, 30) + ")" : "")
                .put("synopsis", ReplayTexts.prose(random, 80))
                .put("description", ReplayTexts.prose(random, 300 + random.nextInt(900)))
                .put("solution", solution(id, random))
                .put("seeAlso", "https://example.com/advisories/" + id + "\nhttps://example.com/notes/" + id)
                .put("riskFactor", severity == 0 ? "None" : SEVERITIES[severity])
                .put("stigSeverity", "")
                .put("baseScore", score)
                .put("temporalScore", score)
                .put("cvssVector", severity == 0 ? "" : "AV:N/AC:L/Au:N/C:P/I:P/A:P")
                .put("cvssV3BaseScore", score)
                .put("cvssV3TemporalScore", score)
                .put("cvssV3Vector", severity == 0 ? "" : "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
                .put("cpe", "cpe:/a:example:server_" + id % 40)
                .put("vulnPubDate", severity == 0 ? "-1" : "1580515200")
                .put("patchPubDate", severity == 0 ? "-1" : "1583020800")
                .put("pluginPubDate", "1585699200")
                .put("pluginModDate", "1617235200")
                .put("checkType", id % 3 == 0 ? "local" : "remote")
                .put("version", "1." + id % 200)
                .put("cve", severity == 0 ? "" : "CVE-2024-" + (10_000 + id % 9000) + ",CVE-2023-" + (20_000 + id))
                .put("bid", severity == 0 ? "" : "" + (90_000 + id % 9000))
                .put("xref", severity == 0 ? "" : xref(id));
    }

    private static String xref(int id) {
        return "CWE #" + id % 900 + ",IAVA #2024-A-" + id % 900
                + (id % 50 == 0 ? ",CISA-KNOWN-EXPLOITED #2025/01/31" : "");
    }

    private static String solution(int id, Random random) {
        return switch (id % 4) {
            case 0 -> "n/a";
            case 1 -> "Upgrade to Server " + id % 40 + " version 1." + id % 3 + "." + id % 200 + " or later.";
            default -> ReplayTexts.prose(random, 150);
        };
    }

    private static ObjectNode origin(int id, int severity, String name, Random random) {
        ObjectNode row = object().put("macAddress", "00:50:56:9a:00:01").put("uniqueness", "repositoryID,ip,dnsName");
        row.putObject("family")
                .put("id", "" + (1 + id % 40))
                .put("name", "Family " + id % 40)
                .put("type", "active");
        row.putObject("repository")
                .put("id", "1")
                .put("name", "Default")
                .put("description", "")
                .put("dataFormat", "IPv4");
        String score = severity == 0 ? "" : severity * 2 + "." + random.nextInt(10);
        return row.put("pluginInfo", id + " (0/6) " + name)
                .put("vprScore", score)
                .put("vprContext", "[]")
                .put("hostUniqueness", "repositoryID,ip,dnsName")
                .put("vulnUUID", "")
                .put("acceptRiskRuleComment", "")
                .put("epssScore", severity == 0 ? "" : "0.0" + random.nextInt(1000));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns the object without its closing brace. */
    private static String opened(ObjectNode object) {
        String text = object.toString();
        return text.substring(0, text.length() - 1);
    }

    private static String inner(ObjectNode object) {
        return opened(object).substring(1);
    }

    private static String string(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
