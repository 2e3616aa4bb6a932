package io.jenkins.plugins.securitycenter.simulator;

/**
 * All findings that a set of targets can ever have, as numbered slots. A slot holds one finding at a time; from one
 * run ("generation") to the next a share of the slots moves on to its next version: the old finding is fixed, the new
 * one appears. Nothing is stored, everything is computed from seed, address and generation.
 */
record Population(long seed, int changedPercent, Targets targets) {
    /** Slots of one host. */
    static final int PER_HOST = 25;

    private static final int VERSIONS = Catalogue.SIZE / PER_HOST;

    /** How many slots there are for this wish. */
    int size(int findings) {
        return (int) Math.min(findings, targets.size() * PER_HOST);
    }

    SimulatedHost host(int slot) {
        long position = slot / PER_HOST;
        return new SimulatedHost(targets.address(position), targets.name(position));
    }

    /** How often the slot has changed up to and including a generation. */
    int version(int slot, int generation) {
        int version = 0;
        for (int step = 1; step <= generation; step++) {
            version += changed(slot, step) ? 1 : 0;
        }
        return version;
    }

    /** Whether the slot's finding is new in this generation. */
    boolean changed(int slot, int generation) {
        return generation > 0 && Hash.below(100, Hash.of(seed, slot, generation)) < changedPercent;
    }

    /** The generation in which the slot reached its version. */
    int since(int slot, int generation) {
        int since = generation;
        while (since > 0 && !changed(slot, since)) {
            since--;
        }
        return since;
    }

    /** The index of the plugin in a slot: different for every slot and version of one host. */
    int plugin(int slot, int version) {
        long host = Hash.of(seed, targets.address(slot / PER_HOST));
        int step = 1 + Hash.below(Catalogue.SIZE - 1, host);
        int start = Hash.below(Catalogue.SIZE, host >>> 20);
        int position = slot % PER_HOST + PER_HOST * (version % VERSIONS);
        return (int) ((start + (long) step * position) % Catalogue.SIZE);
    }

    /** A number for a slot and version, for details that only this finding has. */
    long hash(int slot, int version) {
        return Hash.of(seed, slot, version, 99);
    }
}
