package io.jenkins.plugins.securitycenter.gate;

import java.util.Arrays;

/**
 * A map from fingerprints to marks of one byte and times. It creates no objects for its entries, so a million entries
 * take 16 to 21 MB. It consists of shards that grow one at a time, so growing never needs twice the memory of the whole map.
 */
final class FingerprintMap {

    /** Stands for no entry. */
    static final int NO_SLOT = -1;

    private static final int SHARD_BITS = 6;
    private static final long LAST = 0xFFFF_FFFFL;

    private final Shard[] shards = new Shard[1 << SHARD_BITS];

    FingerprintMap() {
        Arrays.setAll(shards, index -> new Shard());
    }

    /** Returns the mark of the fingerprint; 0 if there is none. */
    byte mark(long fingerprint) {
        return shard(fingerprint).mark(fingerprint);
    }

    /** Sets the mark of the fingerprint, which must not be 0, and returns its previous mark. */
    byte mark(long fingerprint, byte mark) {
        return shard(fingerprint).mark(fingerprint, mark);
    }

    /** Returns the earliest time that was set for the fingerprint; 0 for none. */
    long time(long fingerprint) {
        return Integer.toUnsignedLong(shard(fingerprint).time(fingerprint));
    }

    /**
     * Sets the time of a fingerprint that has a mark, unless it has an earlier one.
     *
     * @param seconds since 1970, at most {@value #LAST}
     */
    void time(long fingerprint, long seconds) {
        long known = time(fingerprint);
        if (seconds > 0 && seconds <= LAST && (known == 0 || seconds < known)) {
            shard(fingerprint).time(fingerprint, (int) seconds);
        }
    }

    /** Returns a number that identifies the entry of a fingerprint until another fingerprint is added. */
    int slot(long fingerprint) {
        return shard(fingerprint).slot(fingerprint) << SHARD_BITS | index(fingerprint);
    }

    /** Returns whether any entry has that mark. */
    boolean hasMark(byte mark) {
        return Arrays.stream(shards).anyMatch(shard -> shard.hasMark(mark));
    }

    long size() {
        return Arrays.stream(shards).mapToLong(shard -> shard.used).sum();
    }

    private Shard shard(long fingerprint) {
        return shards[index(fingerprint)];
    }

    private static int index(long fingerprint) {
        return (int) (fingerprint >>> (Long.SIZE - SHARD_BITS));
    }

    /** A hash table with linear probing. A mark of 0 means that the slot is free. */
    private static final class Shard {

        private static final int FIRST_CAPACITY = 16;

        private long[] keys = new long[FIRST_CAPACITY];
        private byte[] marks = new byte[FIRST_CAPACITY];
        private int[] times = new int[FIRST_CAPACITY];
        private int used;

        byte mark(long key) {
            return marks[slot(key)];
        }

        boolean hasMark(byte mark) {
            for (byte one : marks) {
                if (one == mark) {
                    return true;
                }
            }
            return false;
        }

        int time(long key) {
            return times[slot(key)];
        }

        void time(long key, int time) {
            times[slot(key)] = time;
        }

        byte mark(long key, byte mark) {
            int slot = slot(key);
            byte before = marks[slot];
            marks[slot] = mark;
            if (before == 0) {
                keys[slot] = key;
                used++;
                growWhenFull();
            }
            return before;
        }

        /** Returns the slot that contains the key, or the free slot for it. */
        private int slot(long key) {
            int slot = (int) ((key & 0xFFFFFFFFL) * keys.length >>> Integer.SIZE);
            while (marks[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 == keys.length ? 0 : slot + 1;
            }
            return slot;
        }

        private void growWhenFull() {
            if (used < keys.length - keys.length / 5) {
                return;
            }
            long[] oldKeys = keys;
            byte[] oldMarks = marks;
            int[] oldTimes = times;
            keys = new long[oldKeys.length + oldKeys.length / 4];
            marks = new byte[keys.length];
            times = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldMarks[i] != 0) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    marks[slot] = oldMarks[i];
                    times[slot] = oldTimes[i];
                }
            }
        }
    }
}
