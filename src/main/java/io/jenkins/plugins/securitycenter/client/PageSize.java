package io.jenkins.plugins.securitycenter.client;

/** How many rows to ask for: fewer, down to one, when a page takes more memory than it may. */
final class PageSize {

    /** By how much a page shrinks. */
    private static final int SHRINKING = 5;

    /** Asks for a page. */
    @FunctionalInterface
    interface Source<T> {
        T page(int rows) throws SecurityCenterException, InterruptedException;
    }

    private int rows;

    PageSize(int rows) {
        this.rows = rows;
    }

    /** The number of rows of the last page, and of the next one. */
    int rows() {
        return rows;
    }

    /** @throws UnexpectedAnswerException when even one row is too large */
    <T> T read(Source<T> source) throws SecurityCenterException, InterruptedException {
        while (true) {
            try {
                return source.page(rows);
            } catch (UnexpectedAnswerException e) {
                if (!e.tooLarge() || rows == 1) {
                    throw e;
                }
                rows = Math.max(1, rows / SHRINKING);
            }
        }
    }
}
