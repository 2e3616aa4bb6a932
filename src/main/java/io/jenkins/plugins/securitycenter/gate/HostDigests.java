package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import java.util.ArrayList;
import java.util.List;

/** What a host can be recognized by, as numbers: its identity, its uuid, its address with and without a name. */
final class HostDigests {

    static final byte NO_UUID = 0;
    static final byte UUID = 1;
    static final byte HOST_UUID = 2;

    private final FieldDigest digest;
    private final String repository;
    private final Host host;
    private final long identity;

    /** @param digest the same one for all hosts that are compared */
    HostDigests(FieldDigest digest, Finding finding) {
        this.digest = digest;
        repository = finding.repository().id();
        host = finding.host().canonical();
        identity = number("identity", host.identity().fields());
    }

    /** The digest of {@code Host.identity()}. */
    long identity() {
        return identity;
    }

    boolean byUuid() {
        return host.byUuid();
    }

    /** The digest of the uuid; 0 for none. */
    long uuid() {
        return host.uuid().isEmpty() || !host.url().isEmpty() ? 0 : number("uuid", host.uuid());
    }

    /** The digest of the uuid that the repository goes by; 0 for none. */
    long ownUuid() {
        return byUuid() ? uuid() : 0;
    }

    /** Which of its two uuids the repository goes by: they differ for one host, so they tell nothing about each other. */
    byte uuidKind() {
        return !byUuid() ? NO_UUID : host.uuidField().equals("uuid") ? UUID : HOST_UUID;
    }

    /** The digests under which the host is found when its identity is another one; none for a web application. */
    List<Long> aliases() {
        List<Long> aliases = new ArrayList<>();
        if (uuid() != 0) {
            aliases.add(uuid());
        }
        if (located()) {
            aliases.add(sameName());
            aliases.add(address());
        }
        return aliases;
    }

    /** The digest of hosts on the same address with the same name, or both without one; 0 when it has no address. */
    long sameName() {
        return located() ? named(host.dnsName()) : 0;
    }

    /** The digest of hosts on the same address that lack the name, or that have one which this one lacks. */
    long otherwiseNamed() {
        return host.dnsName().isEmpty() ? address() : named("");
    }

    private boolean located() {
        return host.url().isEmpty() && !host.ip().isEmpty();
    }

    private long named(String name) {
        return number("named", host.ip(), name);
    }

    private long address() {
        return number("address", host.ip());
    }

    private long number(String what, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = what;
        all[1] = repository;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return digest.number(all);
    }
}
