package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScannedPorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The port ranges of the current scan, which are few: they are stored once, and each host has a number. Not thread-safe. */
final class PortRanges {

    /** The number of a range that is not known. */
    static final int UNKNOWN = 0;
    /** Each scanner has few port ranges; more of them come from a hostile server. */
    private static final int MOST_RANGES = 1_000;

    private final Map<ScannedPorts, Integer> numbers = new HashMap<>();
    private final List<ScannedPorts> ranges = new ArrayList<>(List.of(ScannedPorts.UNKNOWN));
    private DefaultPorts reference = DefaultPorts.NONE;

    /** Returns the number of a range, adding it if necessary. */
    int number(ScannedPorts range) {
        Integer known = numbers.get(range);
        if (known != null || numbers.size() == MOST_RANGES) {
            return known == null ? UNKNOWN : known;
        }
        ranges.add(range);
        numbers.put(range, ranges.size() - 1);
        return ranges.size() - 1;
    }

    /** Sets which findings of the reference were found by scans of the default ports. */
    void reference(DefaultPorts found) {
        reference = found;
    }

    /**
     * Returns whether that range has the port of a finding of the reference.
     *
     * @param current whether the finding was current in the reference
     */
    boolean cover(int number, Finding finding, boolean current) {
        return ranges.get(number).covers(finding, reference.include(current));
    }

    /**
     * Returns which findings of the current record were found by scans of the default ports.
     *
     * @param remembering whether the record remembers findings that the scan did not find
     */
    DefaultPorts recorded(boolean remembering) {
        boolean all = numbers.size() == 1 && ranges.get(1).standard();
        return all ? reference.next(remembering) : DefaultPorts.NONE;
    }
}
