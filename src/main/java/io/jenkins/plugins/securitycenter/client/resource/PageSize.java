package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;

/** The number of rows to request, which is reduced to as few as one if a page needs too much memory. */
public final class PageSize {

    /** The divisor by which the page size is reduced. */
    private static final int SHRINKING = 5;

    /** Requests a page. */
    @FunctionalInterface
    public interface PageLoader<T> {
        T page(int rows) throws SecurityCenterException, InterruptedException;
    }

    private int rows;

    public PageSize(int rows) {
        this.rows = rows;
    }

    /** Returns the number of rows of the last page and of the next one. */
    public int rows() {
        return rows;
    }

    /**
     * Requests a page, with fewer rows if it is too large.
     *
     * @throws UnexpectedResponseException if even a single row is too large
     */
    public <T> T read(PageLoader<T> source) throws SecurityCenterException, InterruptedException {
        while (true) {
            try {
                return source.page(rows);
            } catch (UnexpectedResponseException e) {
                if (!e.tooLarge() || rows == 1) {
                    throw e;
                }
                rows = Math.max(1, rows / SHRINKING);
            }
        }
    }
}
