package io.jenkins.plugins.securitycenter.simulator;

/** How the runs of a scan end. */
public enum Outcome {
    /** Status Completed, importStatus Finished. */
    COMPLETED,
    /** Status Partial after the full time, with 60 % of the findings, imported. */
    PARTIAL,
    /** Status Error with errorDetails, nothing to import, progress never more than an empty list. */
    ERROR,
    /** Status Completed, importStatus Error with importErrorDetails. */
    IMPORT_ERROR,
    /** Status Completed, importStatus Blocked. */
    IMPORT_BLOCKED;

    /** The share of the scan time after which the run is over. */
    double end() {
        return this == ERROR ? 0.3 : 1;
    }

    String finalStatus() {
        return switch (this) {
            case PARTIAL -> "Partial";
            case ERROR -> "Error";
            default -> "Completed";
        };
    }

    String finalImportStatus() {
        return switch (this) {
            case ERROR -> "No Results";
            case IMPORT_ERROR -> "Error";
            case IMPORT_BLOCKED -> "Blocked";
            default -> "Finished";
        };
    }
}
