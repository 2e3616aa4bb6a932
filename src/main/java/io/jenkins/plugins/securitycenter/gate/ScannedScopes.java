package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Host;
import java.util.BitSet;
import java.util.List;

/**
 * Which gates that are limited to hosts had one of them scanned. A gate whose hosts were not reached must not pass. Not
 * thread-safe.
 */
public final class ScannedScopes {

    private final List<HostScope> scopes;
    /** The gates none of whose hosts was scanned so far. */
    private final BitSet unscanned = new BitSet();

    private boolean any;

    public ScannedScopes(List<Gate> gates) {
        scopes = gates.stream().map(HostScope::of).toList();
        for (int gate = 0; gate < scopes.size(); gate++) {
            unscanned.set(gate, !scopes.get(gate).all());
        }
    }

    /** Records that a host was scanned. */
    public void add(Host host) {
        any = true;
        for (int gate = unscanned.nextSetBit(0); gate >= 0; gate = unscanned.nextSetBit(gate + 1)) {
            if (scopes.get(gate).contains(host)) {
                unscanned.clear(gate);
            }
        }
    }

    /** Returns whether hosts were scanned, but none of those that the gate with that number is limited to. */
    boolean missed(int gate) {
        return any && unscanned.get(gate);
    }
}
