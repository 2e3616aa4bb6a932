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

    public ScannedScopes(List<Gate> gates) {
        scopes = gates.stream().map(HostScope::of).toList();
        for (int gate = 0; gate < scopes.size(); gate++) {
            unscanned.set(gate, !scopes.get(gate).all());
        }
    }

    /** Records that a host was scanned. */
    public void add(Host host) {
        for (int gate = unscanned.nextSetBit(0); gate >= 0; gate = unscanned.nextSetBit(gate + 1)) {
            if (scopes.get(gate).contains(host)) {
                unscanned.clear(gate);
            }
        }
    }

    /**
     * Lets gates pass without their hosts: no host was scanned at all, on which the record decides, or the findings do not
     * say which ones were.
     */
    public void waive() {
        unscanned.clear();
    }

    /** Returns whether no host is known to have been scanned that the gate with that number is limited to. */
    boolean missed(int gate) {
        return unscanned.get(gate);
    }
}
