package io.jenkins.plugins.securitycenter.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * By which of their fields a server tells hosts apart.
 *
 * @param uuidField {@code uuid} or {@code hostuuid}, two numbers that differ for one host; empty for neither
 * @param others whether it also goes by fields that are not known here
 */
record Uniqueness(boolean ip, boolean dnsName, boolean netbiosName, String uuidField, boolean others) {

    private static final Set<String> OF_FINDINGS = Set.of("port", "protocol", "pluginid", "vulnuuid");
    private static final Set<String> KNOWN =
            Set.of("ip", "dnsname", "netbiosname", "uuid", "hostuuid", "repositoryid", "url");

    /**
     * What a row says of it, as names of fields with commas: {@code uniqueness}, and on newer servers
     * {@code hostUniqueness} and {@code vulnUniqueness}. Each may name fields that the others leave out.
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

    static Uniqueness parse(String text) {
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
            // the newer one where both are named
            uuid = name.equals("hostuuid") || name.equals("uuid") && uuid.isEmpty() ? name : uuid;
        }
        return new Uniqueness(ip, dnsName, netbiosName, uuid, others);
    }

    /** Whether hosts are told apart by their addresses, whatever their names are. */
    boolean ipAlone() {
        return ip && !dnsName && !netbiosName && uuidField.isEmpty() && !others;
    }
}
