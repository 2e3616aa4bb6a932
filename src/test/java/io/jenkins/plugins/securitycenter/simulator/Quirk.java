package io.jenkins.plugins.securitycenter.simulator;

/** Habits of single versions that clients have to live with; all off until switched on. */
public enum Quirk {
    /** Analysis answers without totalRecords, returnedRecords and the offsets. */
    NO_TOTALS,
    /** Analysis pages hold one row more than asked, and {@code returnedRecords} has a fraction. */
    EXTRA_ROW,
    /** In cumulative data one row is inserted in front after the first page, so the last row of a page comes twice. */
    MOVING_ROWS,
    /** In cumulative data the first row goes away after the first page, so a row moves up over the edge of the page. */
    VANISHING_ROWS,
    /** Every analysis answers all cumulative data, whatever scan result is asked for. */
    FORGETS_SCAN,
    /** Scan result downloads are the bare XML. */
    UNZIPPED_DOWNLOAD,
    /** The login by client certificate opens a session but does not tell its token. */
    NO_CERTIFICATE_TOKEN
}
