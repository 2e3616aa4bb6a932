package io.jenkins.plugins.securitycenter.findings;

import java.util.OptionalInt;
import java.util.function.LongConsumer;

/** Finds the keys directly before and after a given key. The lower half of each key is a row number. */
final class AdjacentKeys implements LongConsumer {

    private final long own;
    private long before;
    private long after;
    private int smaller;
    private int larger;

    AdjacentKeys(long own) {
        this.own = own;
    }

    @Override
    public void accept(long key) {
        if (key < own) {
            before = smaller == 0 ? key : Math.max(before, key);
            smaller++;
        } else if (key > own) {
            after = larger == 0 ? key : Math.min(after, key);
            larger++;
        }
    }

    AdjacentFindings neighbours() {
        return new AdjacentFindings(
                smaller,
                smaller + 1 + larger,
                smaller == 0 ? OptionalInt.empty() : OptionalInt.of((int) before),
                larger == 0 ? OptionalInt.empty() : OptionalInt.of((int) after));
    }
}
