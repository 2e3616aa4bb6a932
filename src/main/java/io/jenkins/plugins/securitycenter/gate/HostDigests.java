package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import java.util.ArrayList;
import java.util.List;

/** The properties that identify a host, as digests: its identity, its UUID, and its address with and without a name. */
final class HostDigests {

    static final byte NO_UUID = 0;
    static final byte UUID = 1;
    static final byte HOST_UUID = 2;

    private final FieldDigest digest;
    private final Host original;
    private final String repository;
    private final Host host;
    private final long identity;

    /** @param digest the same instance for all hosts that are compared */
    HostDigests(FieldDigest digest, Finding finding) {
        this.digest = digest;
        original = finding.host();
        repository = finding.repository().id();
        host = finding.host().canonical();
        identity = number("identity", host.identity().fields());
    }

    /** Returns whether these are the digests of the host of that finding. */
    boolean areOf(Finding finding) {
        return original.equals(finding.host())
                && repository.equals(finding.repository().id());
    }

    /** Returns the digest of {@code Host.identity()}. */
    long identity() {
        return identity;
    }

    boolean byUuid() {
        return host.byUuid();
    }

    /** Returns the digest of the UUID; 0 for none. */
    long uuid() {
        return host.uuid().isEmpty() || !host.url().isEmpty() ? 0 : number("uuid", host.uuid());
    }

    /** Returns the digest of the UUID by which the repository identifies the host; 0 for none. */
    long ownUuid() {
        return byUuid() ? uuid() : 0;
    }

    /**
     * Returns which of the two UUIDs identifies the host in its repository. The two differ for the same host, so they
     * cannot be compared with each other.
     */
    byte uuidKind() {
        return !byUuid() ? NO_UUID : host.uuidField().equals("uuid") ? UUID : HOST_UUID;
    }

    /** Returns the digests by which the host is found if its identity differs; none for a web application. */
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

    /**
     * Returns the digest of hosts with the same address and the same name, or both without a name; 0 if the host has no
     * address.
     */
    long sameName() {
        return located() ? named(host.dnsName()) : 0;
    }

    /** Returns the digest of hosts with the same address of which exactly one, this one or the other, has a name. */
    long otherwiseNamed() {
        return host.dnsName().isEmpty() ? address() : named("");
    }

    /** Returns whether the host can be any host at its address, because it has neither a name nor a UUID. */
    boolean anyAtAddress() {
        return located() && host.dnsName().isEmpty() && uuid() == 0;
    }

    private boolean located() {
        return host.url().isEmpty() && !host.ip().isEmpty();
    }

    private long named(String name) {
        return number("named", host.ip(), name);
    }

    /** Returns the digest of all hosts with the same address. */
    long address() {
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
