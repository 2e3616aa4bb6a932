package io.jenkins.plugins.securitycenter.model;

import java.util.List;

/**
 * The host of a finding. Values that the server did not send are empty strings.
 *
 * @param uuid {@code hostUUID} or {@code uuid}: the one that the repository uses to distinguish hosts, otherwise the
 *     first that is set
 * @param url the address of a web application finding, which has no IP address
 * @param uniqueness the names of the fields by which the repository distinguishes hosts, for example {@code
 *     repositoryID,ip,dnsName}; see API path {@code /analysis}
 */
public record Host(String ip, String uuid, String dnsName, String netbiosName, String url, String uniqueness) {

    /** The fields that are read, by their API names. */
    static final List<String> FIELDS = List.of(
            "ip",
            "uuid",
            "hostUUID",
            "dnsName",
            "netbiosName",
            "url",
            "uniqueness",
            "hostUniqueness",
            "vulnUniqueness");

    static Host of(Attributes attributes) {
        String uniqueness = HostUniqueness.text(attributes);
        String hostUuid = attributes.text("hostUUID");
        String uuid = attributes.text("uuid");
        boolean older = HostUniqueness.parse(uniqueness).uuidField().equals("uuid");
        return new Host(
                attributes.text("ip"),
                older ? first(uuid, hostUuid) : first(hostUuid, uuid),
                attributes.text("dnsName"),
                attributes.text("netbiosName"),
                attributes.text("url"),
                uniqueness);
    }

    /**
     * Returns the key that identifies the host among all hosts of one read: the fields by which the server
     * distinguishes hosts, in the server's spelling. Returns all fields if the server names none that is set, or an
     * unknown one.
     */
    HostKey key() {
        HostUniqueness by = HostUniqueness.parse(uniqueness);
        HostKey named = new HostKey(
                by.ip() ? ip : "",
                by.uuidField().isEmpty() ? "" : uuid,
                by.dnsName() ? dnsName : "",
                by.netbiosName() ? netbiosName : "",
                url);
        return named.named() && !by.others() ? named : new HostKey(ip, uuid, dnsName, netbiosName, url);
    }

    /**
     * Returns the key that identifies the host across scans, in canonical spelling: the URL of a web application; the
     * UUID if the repository uses it, because addresses of agents change; the IP address if the repository uses only
     * that; otherwise the IP address and the DNS name. Without an IP address, the first value that is set of UUID, DNS
     * name and NetBIOS name.
     */
    public HostKey identity() {
        Host host = canonical();
        if (!host.url.isEmpty()) {
            return HostKey.ofUrl(host.url);
        }
        if (!host.uuid.isEmpty() && (host.ip.isEmpty() || !uuidField().isEmpty())) {
            return HostKey.ofUuid(host.uuid);
        }
        if (host.ip.isEmpty()) {
            return new HostKey("", "", host.dnsName, host.dnsName.isEmpty() ? host.netbiosName : "", "");
        }
        return HostKey.ofIp(host.ip, HostUniqueness.parse(uniqueness).ipAlone() ? "" : host.dnsName);
    }

    /** Returns this host in canonical spelling. A name that only repeats the IP address is omitted. */
    public Host canonical() {
        String address = CanonicalText.address(ip);
        String name = CanonicalText.name(dnsName);
        return new Host(
                address,
                CanonicalText.uuid(uuid),
                !name.isEmpty() && CanonicalText.address(name).equals(address) ? "" : name,
                CanonicalText.name(netbiosName),
                CanonicalText.url(url),
                uniqueness);
    }

    /** Returns whether the repository distinguishes hosts by UUID and the UUID is set. */
    public boolean byUuid() {
        return !CanonicalText.uuid(uuid).isEmpty() && !uuidField().isEmpty();
    }

    /**
     * Returns the name of the UUID field that the repository uses, in lower case: {@code uuid} or {@code hostuuid};
     * empty if it uses neither.
     */
    public String uuidField() {
        return HostUniqueness.parse(uniqueness).uuidField();
    }

    /** Returns whether the host has that IP address, in any spelling. */
    public boolean isAt(String address) {
        return !ip.isEmpty() && CanonicalText.address(ip).equals(CanonicalText.address(address));
    }

    /** Returns one value by which the host can be found, for example its IP address; it is not always unique. */
    public String address() {
        return byUuid() ? first(url, uuid) : first(url, ip, uuid, dnsName, netbiosName);
    }

    /** Returns the display name: the DNS name, otherwise the address, otherwise any value that is set. */
    public String label() {
        return first(url, dnsName, ip, netbiosName, uuid);
    }

    private static String first(String... values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
