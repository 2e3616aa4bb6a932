package io.jenkins.plugins.securitycenter.client;

/**
 * The identities of rows, and something of their contents, without objects for them: a million take 8 to 9 MB. Of an
 * identity, 52 bits are kept; among a million rows the chance that any two are taken for one is 1 in 9,000, and what
 * follows is only that all rows are read once more. Split into shards that grow one at a time, so that growing never
 * needs the whole table twice.
 */
final class SeenRows {

    private static final int SHARD_BITS = 12;

    private final Shard[] shards = new Shard[1 << SHARD_BITS];

    /** What is known of a row. */
    enum Before {
        /** There was no row of that identity. */
        NEW,
        /** The last one differed. */
        OTHER,
        /** The last one was the same, as far as eight bits of its content tell. */
        SAME
    }

    /**
     * Notes a row.
     *
     * @param identity equally distributed, as the bits of a digest are
     * @param content a hash of all its fields
     */
    Before add(long identity, int content) {
        int index = (int) (identity >>> (Long.SIZE - SHARD_BITS));
        if (shards[index] == null) {
            shards[index] = new Shard();
        }
        int folded = content ^ content >>> Short.SIZE;
        int mark = (folded ^ folded >>> Byte.SIZE) & 0xFF;
        return shards[index].add((int) identity, (int) (identity >>> Integer.SIZE) & 0xFF, Math.max(1, mark));
    }

    /** A hash table with linear probing; the upper byte of a rest belongs to the key, a lower one of 0 says free. */
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

        /** The slot that holds the key, or the free one where it belongs. */
        private int slot(int key, int more) {
            int slot = (int) ((key & 0xFFFFFFFFL) * keys.length >>> Integer.SIZE);
            while ((rests[slot] & 0xFF) != 0 && (keys[slot] != key || (rests[slot] >>> Byte.SIZE & 0xFF) != more)) {
                slot = slot + 1 == keys.length ? 0 : slot + 1;
            }
            return slot;
        }

        private void growWhenFull() {
            if (used < keys.length - keys.length / 5) {
                return;
            }
            int[] oldKeys = keys;
            short[] oldRests = rests;
            keys = new int[oldKeys.length + oldKeys.length / 4];
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
