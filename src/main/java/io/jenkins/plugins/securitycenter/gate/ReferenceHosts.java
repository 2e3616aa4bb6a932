package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The hosts of a reference, among which current hosts are recognized although their spelling changed, a name or a uuid
 * came or went; and which of them the current scan reached. Some 100 bytes for each host. For one thread.
 */
final class ReferenceHosts {

    private static final byte REACHED = 1;
    private static final byte CONTESTED = 2;

    private final FieldDigest digest;
    private final HostTable identities = new HostTable();
    private final HostTable aliases = new HostTable();
    private long[] uuids = new long[16];
    private byte[] uuidKinds = new byte[16];
    /** The identity of the current host that only resembles it; 0 for none. */
    private long[] claims = new long[16];

    private byte[] states = new byte[16];
    private int size;

    ReferenceHosts(FieldDigest digest) {
        this.digest = digest;
    }

    HostDigests digests(Finding finding) {
        return new HostDigests(digest, finding);
    }

    /** The number of the host, which is added if it is not there. */
    int add(HostDigests host) {
        int known = find(host);
        int number = known == HostTable.NONE ? append(host) : known;
        for (long alias : host.aliases()) {
            aliases.add(alias, number);
        }
        return number;
    }

    /** The number of the host with the same identity; {@link HostTable#NONE} when there is none. */
    int find(HostDigests host) {
        return identities.first(host.identity());
    }

    /** The numbers of the hosts of which one can be this host, the likeliest first. */
    int[] similar(HostDigests host) {
        return resemblances(host).stream()
                .flatMapToInt(IntStream::of)
                .distinct()
                .toArray();
    }

    /** Notes that the current scan reached that host. */
    void reach(HostDigests host) {
        int same = find(host);
        if (same != HostTable.NONE) {
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

    /** Whether the current scan reached that host: the same one, or the only one that resembles it and no other. */
    boolean reached(int number) {
        return (states[number] & REACHED) != 0 || claims[number] != 0 && (states[number] & CONTESTED) == 0;
    }

    /** The hosts with the same uuid, with the same name on the same address, and there with and without a name. */
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
