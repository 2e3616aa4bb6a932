package io.jenkins.plugins.securitycenter.gate;

/**
 * Which findings of a record were found by scans of the default ports. Their list is not known, so only such findings are
 * known to be on one of them.
 */
public enum DefaultPorts {
    /** None: the scan of the record looked at other ports, or it is unknown which. */
    NONE,
    /** The current ones, but not all of those that are remembered from earlier records. */
    CURRENT,
    /** All. */
    ALL;

    /** @param current whether the finding was current in the record */
    boolean include(boolean current) {
        return this == ALL || this == CURRENT && current;
    }

    /**
     * Returns the same about a record that is compared with this one, and whose scan looked at the default ports.
     *
     * @param remembering whether it remembers findings that its own scan did not find
     */
    DefaultPorts next(boolean remembering) {
        return this == ALL || !remembering ? ALL : CURRENT;
    }
}
