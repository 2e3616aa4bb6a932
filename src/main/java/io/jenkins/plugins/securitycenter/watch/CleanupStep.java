package io.jenkins.plugins.securitycenter.watch;

/** The cleanup steps on the server before a run has ended, in the order in which they are performed. */
enum CleanupStep {
    /** Find the result of a launch that is not confirmed. */
    FIND,
    /** Stop the scan, or delete the report. */
    STOP,
    /** Remove the definition, or the uploaded file. */
    REMOVE
}
