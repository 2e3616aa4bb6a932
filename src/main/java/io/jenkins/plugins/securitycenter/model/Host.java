package io.jenkins.plugins.securitycenter.model;

import java.util.stream.Stream;

/**
 * Where a finding was made. Texts that the server did not send are empty.
 *
 * @param uuid {@code hostUUID} or {@code uuid}: the one by which the repository tells hosts apart, or else the first
 * @param url address of a web application finding, which has no ip
 * @param uniqueness the names of the fields by which the repository tells hosts apart, for example
 *     {@code repositoryID,ip,dnsName}; see API path {@code /analysis}
 */
public record Host(String ip, String uuid, String dnsName, String netbiosName, String url, String uniqueness) {

    static Host of(Attributes attributes) {
        String uniqueness = Uniqueness.text(attributes);
        String hostUuid = attributes.text("hostUUID");
        String uuid = attributes.text("uuid");
        boolean older = Uniqueness.parse(uniqueness).uuidField().equals("uuid");
        return new Host(
                attributes.text("ip"),
                older ? first(uuid, hostUuid) : first(hostUuid, uuid),
                attributes.text("dnsName"),
                attributes.text("netbiosName"),
                attributes.text("url"),
                uniqueness);
    }

    /**
     * What tells the host apart from all others of one reading: the fields by which the server does, as it spells them.
     * All fields where it names none that is filled, or one that is not known here.
     */
    public HostKey key() {
        Uniqueness by = Uniqueness.parse(uniqueness);
        HostKey named = new HostKey(
                by.ip() ? ip : "",
                by.uuidField().isEmpty() ? "" : uuid,
                by.dnsName() ? dnsName : "",
                by.netbiosName() ? netbiosName : "",
                url);
        boolean told = Stream.of(named.fields()).anyMatch(field -> !field.isEmpty());
        return told && !by.others() ? named : new HostKey(ip, uuid, dnsName, netbiosName, url);
    }

    /**
     * What identifies the host from one scan to the next, in canonical spelling: the address of a web application; the
     * uuid where the repository goes by it, since addresses of agents change; the ip where it goes by that alone; the ip
     * and the DNS name otherwise. Without an ip the first known of uuid, DNS and NetBIOS name.
     */
    public HostKey identity() {
        Host host = canonical();
        if (!host.url.isEmpty()) {
            return HostKey.ofUrl(host.url);
        }
        if (byUuid() || host.ip.isEmpty() && !host.uuid.isEmpty()) {
            return HostKey.ofUuid(host.uuid);
        }
        if (host.ip.isEmpty()) {
            return new HostKey("", "", host.dnsName, host.dnsName.isEmpty() ? host.netbiosName : "", "");
        }
        return HostKey.ofIp(host.ip, Uniqueness.parse(uniqueness).ipAlone() ? "" : host.dnsName);
    }

    /** The same host in the one form of all spellings that mean it. A name that only repeats the ip is left out. */
    public Host canonical() {
        String address = Canonical.address(ip);
        String name = Canonical.name(dnsName);
        return new Host(
                address,
                Canonical.uuid(uuid),
                !name.isEmpty() && Canonical.address(name).equals(address) ? "" : name,
                Canonical.name(netbiosName),
                Canonical.url(url),
                uniqueness);
    }

    /** Whether the repository goes by the uuid, and it is known. */
    public boolean byUuid() {
        return !Canonical.uuid(uuid).isEmpty() && !uuidField().isEmpty();
    }

    /** The uuid that the repository goes by, in lower case: {@code uuid} or {@code hostuuid}; empty for none. */
    public String uuidField() {
        return Uniqueness.parse(uniqueness).uuidField();
    }

    /** One text that leads to the host, for example its ip; not always to it alone. */
    public String address() {
        return byUuid() ? first(url, uuid) : first(url, ip, uuid, dnsName, netbiosName);
    }

    /** The name to show: the DNS name, or else the address, or whatever is known. */
    public String label() {
        return first(url, dnsName, ip, netbiosName, uuid);
    }

    private static String first(String... values) {
        return Stream.of(values).filter(value -> !value.isEmpty()).findFirst().orElse("");
    }
}
