package io.jenkins.plugins.securitycenter.gate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A map from digests to the numbers of hosts, without objects for its entries: about 22 bytes for each digest. A digest
 * refers to at most {@value #MOST} hosts; any further ones cannot be found by it.
 */
final class HostIndex {

    static final int MOST = 16;

    static final int NONE = -1;

    private long[] digests = new long[16];
    private int[] hosts = new int[16];
    private int[] next = new int[16];
    private int[] heads = {NONE};
    private int size;

    /** Adds the host to the digest, unless it is already there. */
    void add(long digest, int host) {
        int[] known = get(digest);
        if (known.length == MOST || IntStream.of(known).anyMatch(one -> one == host)) {
            return;
        }
        if (size == heads.length) {
            link(size * 2);
        }
        if (size == digests.length) {
            int more = size + size / 2;
            digests = Arrays.copyOf(digests, more);
            hosts = Arrays.copyOf(hosts, more);
            next = Arrays.copyOf(next, more);
        }
        digests[size] = digest;
        hosts[size] = host;
        link(size++, heads);
    }

    /** Returns the host that was added to the digest first; {@link #NONE} if there is none. */
    int first(long digest) {
        int first = NONE;
        for (int entry = heads[slot(digest, heads)]; entry != NONE; entry = next[entry]) {
            first = digests[entry] == digest ? hosts[entry] : first;
        }
        return first;
    }

    /** Returns the hosts of the digest, in no particular order. */
    int[] get(long digest) {
        int[] found = new int[MOST];
        int count = 0;
        for (int entry = heads[slot(digest, heads)]; entry != NONE; entry = next[entry]) {
            if (digests[entry] == digest) {
                found[count++] = hosts[entry];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void link(int slots) {
        heads = new int[slots];
        Arrays.fill(heads, NONE);
        for (int entry = 0; entry < size; entry++) {
            link(entry, heads);
        }
    }

    private void link(int entry, int[] slots) {
        int slot = slot(digests[entry], slots);
        next[entry] = slots[slot];
        slots[slot] = entry;
    }

    private static int slot(long digest, int[] slots) {
        return (int) (digest & slots.length - 1);
    }
}
