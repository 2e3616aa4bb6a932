package io.jenkins.plugins.securitycenter.client.resource;

/**
 * A compact set of row identities with a part of the content hashes; a million rows need 7 to 8 MB. Keeps 52 bits of
 * each identity: among a million rows, the probability that any two are confused is 1 in 9,000, and the only
 * consequence is that all rows are read once more. It is split into shards that grow one at a time, so that the whole
 * table never has to be copied at once.
 */
public final class RowDigests {

    private static final int SHARD_BITS = 12;

    private final Shard[] shards = new Shard[1 << SHARD_BITS];

    /** How a row relates to previous rows. */
    public enum Before {
        /** There was no row with that identity. */
        NEW,
        /** The last row with that identity was different. */
        OTHER,
        /** The last row with that identity was the same, according to eight bits of its content. */
        SAME
    }

    /**
     * Adds a row.
     *
     * @param identity uniformly distributed, like the bits of a digest
     * @param content a hash of all fields of the row
     */
    public Before add(long identity, int content) {
        int index = (int) (identity >>> (Long.SIZE - SHARD_BITS));
        if (shards[index] == null) {
            shards[index] = new Shard();
        }
        int folded = content ^ content >>> Short.SIZE;
        int mark = (folded ^ folded >>> Byte.SIZE) & 0xFF;
        return shards[index].add((int) identity, (int) (identity >>> Integer.SIZE) & 0xFF, Math.max(1, mark));
    }

    /**
     * A hash table with linear probing. The upper byte of a rest belongs to the key; a lower byte of 0 marks a free
     * slot.
     */
    private static final class Shard {

        private static final int FIRST_CAPACITY = 8;

        private int[] keys = new int[FIRST_CAPACITY];
        private short[] rests = new short[FIRST_CAPACITY];
        private int used;

        Before add(int key, int more, int mark) {
            int slot = slot(key, more);
            int before = rests[slot] & 0xFF;
            rests[slot] = (short) (more << Byte.SIZE | mark);
            if (before != 0) {
                return before == mark ? Before.SAME : Before.OTHER;
            }
            keys[slot] = key;
            used++;
            growWhenFull();
            return Before.NEW;
        }

        /** Returns the slot that contains the key, or the free slot for it. */
        private int slot(int key, int more) {
            int slot = (int) ((key & 0xFFFFFFFFL) * keys.length >>> Integer.SIZE);
            while ((rests[slot] & 0xFF) != 0 && (keys[slot] != key || (rests[slot] >>> Byte.SIZE & 0xFF) != more)) {
                slot = slot + 1 == keys.length ? 0 : slot + 1;
            }
            return slot;
        }

        private void growWhenFull() {
            if (used < keys.length - keys.length / 8) {
                return;
            }
            int[] oldKeys = keys;
            short[] oldRests = rests;
            keys = new int[oldKeys.length + oldKeys.length / 8];
            rests = new short[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if ((oldRests[i] & 0xFF) != 0) {
                    int slot = slot(oldKeys[i], oldRests[i] >>> Byte.SIZE & 0xFF);
                    keys[slot] = oldKeys[i];
                    rests[slot] = oldRests[i];
                }
            }
        }
    }
}
