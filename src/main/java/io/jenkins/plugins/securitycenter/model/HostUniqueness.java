package io.jenkins.plugins.securitycenter.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields by which a server distinguishes hosts.
 *
 * @param uuidField {@code uuid} or {@code hostuuid}, which have different values for the same host; empty for neither
 * @param others whether the server also uses fields that are unknown here
 */
record HostUniqueness(boolean ip, boolean dnsName, boolean netbiosName, String uuidField, boolean others) {

    private static final Set<String> OF_FINDINGS = Set.of("port", "protocol", "pluginid", "vulnuuid");
    private static final Set<String> KNOWN =
            Set.of("ip", "dnsname", "netbiosname", "uuid", "hostuuid", "repositoryid", "url");

    /**
     * Returns the field names that a row lists, separated by commas: those of {@code uniqueness}, and on newer servers
     * of {@code hostUniqueness} and {@code vulnUniqueness}. Each of them can list fields that the others omit.
     */
    static String text(Attributes row) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String field : new String[] {"uniqueness", "hostUniqueness", "vulnUniqueness"}) {
            for (String name : row.list(field)) {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!OF_FINDINGS.contains(lower)) {
                    names.putIfAbsent(lower, name);
                }
            }
        }
        return String.join(",", names.values());
    }

    /** The last text and what it means, because the rows of a read have the same. */
    private record Parsed(String text, HostUniqueness value) {}

    private static volatile Parsed last = new Parsed("", split(""));

    static HostUniqueness parse(String text) {
        Parsed known = last;
        if (!known.text.equals(text)) {
            known = new Parsed(text, split(text));
            last = known;
        }
        return known.value;
    }

    private static HostUniqueness split(String text) {
        boolean ip = false;
        boolean dnsName = false;
        boolean netbiosName = false;
        boolean others = false;
        String uuid = "";
        for (String part : text.toLowerCase(Locale.ROOT).split(",")) {
            String name = part.strip();
            ip |= name.equals("ip");
            dnsName |= name.equals("dnsname");
            netbiosName |= name.equals("netbiosname");
            others |= !name.isEmpty() && !KNOWN.contains(name);
            // the newer field if both are listed
            uuid = name.equals("hostuuid") || name.equals("uuid") && uuid.isEmpty() ? name : uuid;
        }
        return new HostUniqueness(ip, dnsName, netbiosName, uuid, others);
    }

    /** Returns whether hosts are distinguished by their addresses alone. */
    boolean ipAlone() {
        return ip && !dnsName && !netbiosName && uuidField.isEmpty() && !others;
    }
}
