package io.jenkins.plugins.securitycenter.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a finding was made. Texts that the server did not send are empty.
 *
 * @param url address of a web application finding, which has no ip
 * @param uniqueness the names of the fields by which the repository tells hosts apart, for example
 *     {@code repositoryID,ip,dnsName}
 */
public record Host(String ip, String uuid, String dnsName, String netbiosName, String url, String uniqueness) {

    static Host of(Attributes attributes) {
        String uuid = attributes.text("hostUUID");
        return new Host(
                attributes.text("ip"),
                uuid.isEmpty() ? attributes.text("uuid") : uuid,
                attributes.text("dnsName"),
                attributes.text("netbiosName"),
                attributes.text("url"),
                attributes.text("uniqueness"));
    }

    /**
     * What identifies the host from one scan to the next: the uuid where the repository goes by it, since addresses
     * of agents change; otherwise the first known of url, ip, uuid, DNS and NetBIOS name.
     */
    public String identity() {
        return byUuid() ? uuid : first(url, ip, uuid, dnsName, netbiosName);
    }

    /** The name to show: the DNS name, or else the address, or whatever is known. */
    public String label() {
        return first(url, dnsName, ip, netbiosName, uuid);
    }

    private boolean byUuid() {
        return !uuid.isEmpty()
                && Arrays.stream(uniqueness.toLowerCase(Locale.ROOT).split(","))
                        .anyMatch(name -> name.trim().endsWith("uuid"));
    }

    private static String first(String... values) {
        return Stream.of(values).filter(value -> !value.isEmpty()).findFirst().orElse("");
    }
}
