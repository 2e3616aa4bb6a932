package io.jenkins.plugins.securitycenter.simulator;

/** Numbers that look random and are the same for the same input: the source of all generated data. */
final class Hash {
    private Hash() {}

    /** Mixes the values into one number. */
    static long of(long first, long... more) {
        long hash = mix(first + 0x9E3779B97F4A7C15L);
        for (long value : more) {
            hash = mix(hash ^ mix(value + 0x9E3779B97F4A7C15L));
        }
        return hash;
    }

    /** A number from 0 to {@code bound - 1}. */
    static int below(int bound, long hash) {
        return (int) Long.remainderUnsigned(hash, bound);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
