package io.jenkins.plugins.securitycenter.findings;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Keeps the smallest of the keys that it receives, because sorting all of them takes long. */
final class SmallestKeys implements LongConsumer {

    private final int most;
    private final long[] keys;
    private int size;
    /** The largest of the smallest keys so far, once there are enough. */
    private long bound = Long.MAX_VALUE;

    /**
     * @param most the number of keys to keep, at least 1
     * @param all the number of keys to expect; it limits the memory
     */
    SmallestKeys(long most, int all) {
        this.most = (int) Math.min(most, all);
        // twice as many, so that each key takes part in few sorts
        keys = new long[(int) Math.min(2 * most, all)];
    }

    @Override
    public void accept(long key) {
        if (key > bound) {
            return;
        }
        if (size == keys.length) {
            reduce();
        }
        keys[size++] = key;
    }

    /** Returns the keys that were kept, in ascending order. */
    LongStream sorted() {
        reduce();
        return Arrays.stream(keys, 0, size);
    }

    private void reduce() {
        Arrays.sort(keys, 0, size);
        if (size > most) {
            size = most;
            bound = keys[most - 1];
        }
    }
}
