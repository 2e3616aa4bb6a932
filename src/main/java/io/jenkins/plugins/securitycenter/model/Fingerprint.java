package io.jenkins.plugins.securitycenter.model;

import java.util.HexFormat;

/**
 * Computes 64-bit identities: the number that {@link FieldDigest#PLAIN} returns for the string {@code finding}, the
 * repository id, the host's IP address, UUID, DNS name, NetBIOS name and URL, the decimal port, the protocol and the
 * plugin id.
 *
 * <p>The fingerprint of a host is that of the string {@code host}, the repository id, and the same fields of the host.
 *
 * <p>The fingerprint of a finding is exported, so its algorithm must never change. It identifies the host by {@code
 * Host.identity()}, so it does not depend on the spelling. It changes if a name by which the server distinguishes hosts
 * is added or removed; without that name, findings of several hosts with the same address would have one fingerprint.
 *
 * <p>Among one million findings, the probability of any accidental collision is about 1 in 37 million.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** Returns the fingerprint that is used in exports. */
    public static long of(Finding finding) {
        FindingKey key = finding.key();
        return of(key, finding.host().identity(), FieldDigest.PLAIN);
    }

    /** Returns the fingerprint of a host that is used in exports. */
    public static long of(String repositoryId, Host host) {
        HostKey key = host.identity();
        return FieldDigest.PLAIN.number(
                "host", repositoryId, key.ip(), key.uuid(), key.dnsName(), key.netbiosName(), key.url());
    }

    /**
     * Returns the fingerprint of the identity within one read.
     *
     * @param digest a digest that cannot be predicted, so that nobody can choose fields that make two identities
     *     collide
     */
    public static long of(FindingKey key, FieldDigest digest) {
        return of(key, key.host(), digest);
    }

    private static long of(FindingKey key, HostKey host, FieldDigest digest) {
        return digest.number(
                "finding",
                key.repositoryId(),
                host.ip(),
                host.uuid(),
                host.dnsName(),
                host.netbiosName(),
                host.url(),
                Integer.toString(key.port()),
                key.protocol(),
                key.pluginId());
    }

    /** Returns a fingerprint as 16 lower-case hexadecimal digits. */
    public static String text(long fingerprint) {
        return HexFormat.of().toHexDigits(fingerprint);
    }
}
