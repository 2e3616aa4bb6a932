package io.jenkins.plugins.securitycenter.gate;

import java.util.Arrays;

/**
 * A map from fingerprints to marks of one byte and times. It creates no objects for its entries, so a million entries take
 * 13 MB, and up to 17 MB while they are added. All entries are added before the first one is looked up. They are in shards
 * that grow and are sorted one at a time, so neither needs twice the memory of the whole map.
 */
final class FingerprintMap {

    /** Stands for no entry. */
    static final int NO_SLOT = -1;

    private static final int SHARD_BITS = 6;
    private static final long LAST = 0xFFFF_FFFFL;

    private final Shard[] shards = new Shard[1 << SHARD_BITS];
    private boolean sorted;

    FingerprintMap() {
        Arrays.setAll(shards, index -> new Shard());
    }

    /**
     * Adds an entry. Of several with the same fingerprint, the last mark and the earliest time count.
     *
     * @param seconds since 1970; without effect unless from 1 to {@value #LAST}
     */
    void add(long fingerprint, byte mark, long seconds) {
        if (sorted) {
            throw new IllegalStateException("All fingerprints must be added before one is looked up.");
        }
        shards[index(fingerprint)].add(fingerprint, mark, seconds > 0 && seconds <= LAST ? (int) seconds : 0);
    }

    /** Returns a number that identifies the entry of the fingerprint; {@link #NO_SLOT} if there is none. */
    int slot(long fingerprint) {
        sort();
        int index = index(fingerprint);
        int slot = shards[index].slot(fingerprint);
        return slot == NO_SLOT ? NO_SLOT : slot << SHARD_BITS | index;
    }

    /** Returns the mark of an entry; 0 for {@link #NO_SLOT}. */
    byte mark(int slot) {
        return slot == NO_SLOT ? 0 : shard(slot).marks[slot >>> SHARD_BITS];
    }

    /** Sets the mark of an entry. */
    void mark(int slot, byte mark) {
        shard(slot).marks[slot >>> SHARD_BITS] = mark;
    }

    /** Returns the time of an entry; 0 for none. */
    long time(int slot) {
        return Integer.toUnsignedLong(shard(slot).times[slot >>> SHARD_BITS]);
    }

    /** Returns whether any entry has that mark. */
    boolean hasMark(byte mark) {
        sort();
        return Arrays.stream(shards).anyMatch(shard -> shard.hasMark(mark));
    }

    private void sort() {
        if (!sorted) {
            sorted = true;
            Arrays.stream(shards).forEach(Shard::sort);
        }
    }

    private Shard shard(int slot) {
        return shards[slot & shards.length - 1];
    }

    private static int index(long fingerprint) {
        return (int) (fingerprint >>> (Long.SIZE - SHARD_BITS));
    }

    /** Entries in the order in which they are added, and sorted by key afterwards. */
    private static final class Shard {

        private static final int FIRST_CAPACITY = 16;

        private long[] keys = new long[FIRST_CAPACITY];
        private byte[] marks = new byte[FIRST_CAPACITY];
        private int[] times = new int[FIRST_CAPACITY];
        private int size;

        void add(long key, byte mark, int time) {
            if (size == keys.length) {
                int more = size + size / 4;
                keys = Arrays.copyOf(keys, more);
                marks = Arrays.copyOf(marks, more);
                times = Arrays.copyOf(times, more);
            }
            keys[size] = key;
            marks[size] = mark;
            times[size++] = time;
        }

        void sort() {
            long[] added = keys;
            byte[] addedMarks = marks;
            int[] addedTimes = times;
            keys = distinct(Arrays.copyOf(added, size));
            marks = new byte[keys.length];
            times = new int[keys.length];
            for (int i = 0; i < size; i++) {
                int slot = slot(added[i]);
                marks[slot] = addedMarks[i];
                times[slot] = earlier(times[slot], addedTimes[i]);
            }
        }

        /**
         * Returns the position of a key. It is near the place where it would be if all keys were equally far apart, because
         * fingerprints are distributed uniformly.
         */
        int slot(long key) {
            int slot = (int) ((key << SHARD_BITS >>> Integer.SIZE) * keys.length >>> Integer.SIZE);
            while (slot > 0 && keys[slot - 1] >= key) {
                slot--;
            }
            while (slot < keys.length && keys[slot] < key) {
                slot++;
            }
            return slot < keys.length && keys[slot] == key ? slot : NO_SLOT;
        }

        boolean hasMark(byte mark) {
            for (byte one : marks) {
                if (one == mark) {
                    return true;
                }
            }
            return false;
        }

        private static long[] distinct(long[] keys) {
            Arrays.sort(keys);
            int count = 0;
            for (long key : keys) {
                if (count == 0 || keys[count - 1] != key) {
                    keys[count++] = key;
                }
            }
            return count == keys.length ? keys : Arrays.copyOf(keys, count);
        }

        /** Returns the earlier one of two times, of which 0 is none. */
        private static int earlier(int one, int other) {
            return one == 0 || other != 0 && Integer.compareUnsigned(other, one) < 0 ? other : one;
        }
    }
}
