package io.jenkins.plugins.securitycenter.simulator;

/** Habits of single versions that clients have to live with; all off until switched on. */
public enum Quirk {
    /** Analysis answers without totalRecords, returnedRecords and the offsets. */
    NO_TOTALS,
    /** Analysis pages hold one row more than asked, and {@code returnedRecords} has a fraction. */
    EXTRA_ROW,
    /** In cumulative data one row comes in front after the first page, so the last row of a page comes twice. */
    MOVING_ROWS,
    /** In cumulative data the first row goes away after the first page, so a row moves up over the edge of the page. */
    VANISHING_ROWS,
    /** The total of an analysis is another one with each page. */
    CHANGING_TOTAL,
    /** Analysis pages hold 200 rows at most, as if something on the way cut them. */
    CAPPED_PAGES,
    /** The analysis page that begins at row 500 is empty. */
    EMPTY_PAGE,
    /** Analysis answers hold a total and no row. */
    NO_ROWS,
    /** Every analysis answer is the first page. */
    IGNORED_OFFSET,
    /** The last ten rows of a page of 500 are its first ones again. */
    REPEATED_ROWS,
    /** The last three rows of all are the first three again. */
    DISPLACED_ROWS,
    /** Behind all rows, the first three come once more: critical, or low if they are. */
    DOUBLED_ROWS,
    /** An order is refused. */
    REFUSED_ORDER,
    /** Every analysis answers all cumulative data, whatever scan result is asked for. */
    FORGETS_SCAN,
    /** A scan result without findings has data, so that analysis answers an empty list instead of error 143. */
    EMPTY_DATA,
    /** Analysis leaves accepted findings out unless the filter {@code acceptRiskStatus} asks for all. */
    HIDES_ACCEPTED,
    /** Analysis never sends accepted findings, whatever is asked for. */
    NEVER_SENDS_ACCEPTED,
    /** The filter {@code acceptRiskStatus} is not known. */
    NO_ACCEPT_FILTER,
    /** Scan result downloads are the bare XML. */
    UNZIPPED_DOWNLOAD,
    /** The login by client certificate opens a session but does not tell its token. */
    NO_CERTIFICATE_TOKEN
}
