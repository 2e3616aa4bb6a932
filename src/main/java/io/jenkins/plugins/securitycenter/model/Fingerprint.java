package io.jenkins.plugins.securitycenter.model;

import java.util.HexFormat;

/**
 * Identities in 64 bits: the number that {@link FieldDigest#PLAIN} makes of the word {@code finding}, the repository id,
 * the host's ip, uuid, DNS name, NetBIOS name and URL, the port in decimal, the protocol and the plugin id.
 *
 * <p>The fingerprint of a finding is exported, so its algorithm never changes. Of the host it has what {@code
 * Host.identity()} says, so no other spelling changes it. It changes when a name by which the server tells hosts apart
 * comes or goes; without that name, findings of several hosts on one address would look like one.
 *
 * <p>Among a million findings the chance of any accidental collision is about 1 in 37 million.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint that exports show. */
    public static long of(Finding finding) {
        FindingKey key = finding.key();
        return of(key, finding.host().identity(), FieldDigest.PLAIN);
    }

    /** The fingerprint of the identity within one reading. */
    public static long of(FindingKey key) {
        return of(key, FieldDigest.PLAIN);
    }

    /** The same with a digest that nobody can foresee, so that nobody can choose fields that make two identities one. */
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

    /** The 16 hexadecimal digits of a fingerprint, in lower case. */
    public static String text(long fingerprint) {
        return HexFormat.of().toHexDigits(fingerprint);
    }
}
