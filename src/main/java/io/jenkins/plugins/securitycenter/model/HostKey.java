package io.jenkins.plugins.securitycenter.model;

/** The fields that identify a host in its repository; all others are empty. */
public record HostKey(String ip, String uuid, String dnsName, String netbiosName, String url) {

    static HostKey ofIp(String ip, String dnsName) {
        return new HostKey(ip, "", dnsName, "", "");
    }

    static HostKey ofUuid(String uuid) {
        return new HostKey("", uuid, "", "", "");
    }

    static HostKey ofUrl(String url) {
        return new HostKey("", "", "", "", url);
    }

    /** Returns whether any field is set. */
    boolean named() {
        return !(ip.isEmpty() && uuid.isEmpty() && dnsName.isEmpty() && netbiosName.isEmpty() && url.isEmpty());
    }

    /** Returns the fields in a fixed order. */
    public String[] fields() {
        return new String[] {ip, uuid, dnsName, netbiosName, url};
    }
}
