package io.jenkins.plugins.securitycenter.client.transport;

/** Counts the malformed rows of a response while its bytes pass by. */
final class MalformedRowCounter {

    /** The nesting depth of the members of a row: envelope, response, list of results, row. */
    private static final int ROW = 4;

    private int depth;
    private boolean oddRow;
    private boolean cutRow;
    private long oddRows;
    private long cutRows;

    /** Begins an object or a list; returns whether it is a row. */
    boolean beginStructure() {
        return ++depth == ROW;
    }

    /** Ends an object or a list; returns whether it was a row. */
    boolean endStructure() {
        if (depth-- != ROW) {
            return false;
        }
        oddRows += oddRow ? 1 : 0;
        cutRows += cutRow ? 1 : 0;
        oddRow = false;
        cutRow = false;
        return true;
    }

    /** Marks the current row as one with invalid content. */
    void odd() {
        oddRow = true;
    }

    /** Marks the current row as one with a truncated string. */
    void cut() {
        cutRow = true;
    }

    MalformedRows count() {
        return new MalformedRows(oddRows, cutRows);
    }
}
