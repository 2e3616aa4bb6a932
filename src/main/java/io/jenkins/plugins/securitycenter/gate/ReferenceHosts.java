package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of a reference. Finds the host that corresponds to a current one, even if its spelling changed or its name
 * or UUID was added or removed, and records which hosts the current scan reached. Takes about 100 bytes for each host.
 * Not thread-safe.
 */
final class ReferenceHosts {

    private static final byte REACHED = 1;
    private static final byte CONTESTED = 2;

    private final FieldDigest digest;
    private final HostIndex identities = new HostIndex();
    private final HostIndex aliases = new HostIndex();
    private long[] uuids = new long[16];
    private byte[] uuidKinds = new byte[16];
    /** The identity of the current host that is only similar to it; 0 for none. */
    private long[] claims = new long[16];

    private byte[] states = new byte[16];
    private int size;
    /** Those of the last finding, which the findings of a host share. */
    private @Nullable HostDigests last;

    ReferenceHosts(FieldDigest digest) {
        this.digest = digest;
    }

    HostDigests digests(Finding finding) {
        HostDigests known = last;
        if (known == null || !known.areOf(finding)) {
            known = new HostDigests(digest, finding);
            last = known;
        }
        return known;
    }

    /** Returns the number of the host, adding it if necessary. */
    int add(HostDigests host) {
        int known = find(host);
        int number = known == HostIndex.NONE ? append(host) : known;
        for (long alias : host.aliases()) {
            aliases.add(alias, number);
        }
        return number;
    }

    /** Returns the number of the host with the same identity; {@link HostIndex#NONE} if there is none. */
    int find(HostDigests host) {
        return identities.first(host.identity());
    }

    /** Returns the numbers of the hosts that may be the same as this one, the most likely first. */
    int[] similar(HostDigests host) {
        return resemblances(host).stream()
                .flatMapToInt(IntStream::of)
                .distinct()
                .toArray();
    }

    /** Returns the numbers of all hosts at the address of a host. */
    int[] atAddress(HostDigests host) {
        return host.sameName() == 0 ? new int[0] : aliases.get(host.address());
    }

    /** Records that the current scan reached the host. */
    void reach(HostDigests host) {
        int same = find(host);
        if (same != HostIndex.NONE) {
            states[same] |= REACHED;
            return;
        }
        int[] likeliest = resemblances(host).stream()
                .filter(numbers -> numbers.length > 0)
                .findFirst()
                .orElse(new int[0]);
        if (likeliest.length == 1) {
            int number = likeliest[0];
            boolean contested = claims[number] != 0 && claims[number] != host.identity();
            states[number] |= contested ? CONTESTED : 0;
            claims[number] = host.identity();
        }
    }

    /**
     * Returns whether the current scan reached the host: that host itself, or exactly one similar host that can be no
     * other.
     */
    boolean reached(int number) {
        return (states[number] & REACHED) != 0 || claims[number] != 0 && (states[number] & CONTESTED) == 0;
    }

    /** Returns the identity of the current host that is this host of the reference, which the scan reached. */
    long current(int number, HostDigests host) {
        return (states[number] & REACHED) != 0 ? host.identity() : claims[number];
    }

    /**
     * Returns the similar hosts: those with the same UUID, those with the same name and address, and those with the
     * same address of which only one has a name.
     */
    private List<int[]> resemblances(HostDigests host) {
        IntPredicate sameKind = number -> host.byUuid() || uuids[number] != 0;
        IntPredicate noOtherUuid = number -> uuids[number] == host.ownUuid() || uuidKinds[number] != host.uuidKind();
        return List.of(
                host.uuid() == 0 ? new int[0] : filtered(host.uuid(), sameKind),
                host.sameName() == 0 ? new int[0] : filtered(host.sameName(), noOtherUuid),
                host.sameName() == 0 ? new int[0] : filtered(host.otherwiseNamed(), noOtherUuid));
    }

    private int[] filtered(long alias, IntPredicate possible) {
        return IntStream.of(aliases.get(alias)).filter(possible).toArray();
    }

    private int append(HostDigests host) {
        if (size == claims.length) {
            int more = size + size / 2;
            uuids = Arrays.copyOf(uuids, more);
            uuidKinds = Arrays.copyOf(uuidKinds, more);
            claims = Arrays.copyOf(claims, more);
            states = Arrays.copyOf(states, more);
        }
        uuids[size] = host.ownUuid();
        uuidKinds[size] = host.uuidKind();
        identities.add(host.identity(), size);
        return size++;
    }
}
