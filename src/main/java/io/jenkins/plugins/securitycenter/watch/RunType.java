package io.jenkins.plugins.securitycenter.watch;

/** The type of object that a run launches. */
public enum RunType {
    /** An existing scan. */
    SCAN,
    /** A scan that is created for the run and removed at its end. */
    ON_DEMAND_SCAN,
    /** The import of a file. */
    IMPORT,
    /** A report. */
    REPORT;

    /** Returns whether an object is created on the server before the launch. */
    boolean createsObject() {
        return this == ON_DEMAND_SCAN || this == IMPORT;
    }
}
