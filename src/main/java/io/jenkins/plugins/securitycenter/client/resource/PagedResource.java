package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.PagedReadAttempt.ReadSummary;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.ResponseLimits;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a paged resource from its first page to its last: {@code /plugin}, {@code /hosts}, {@code /analysis}, and since
 * 6.x lists such as {@code /report} and {@code /user}. Unpaged resources are read with one request. Rows are passed in
 * the order of the server, including repeated ones. If the pages are inconsistent or lack rows that the server counts,
 * all of them are read again with other page sizes.
 */
public final class PagedResource {

    static final int[] SIZES = {1000, 700, 400, 250};
    /** The maximum number of rows of a response that is kept in memory. */
    static final int MOST_ROWS = 100_000;

    private final SecurityCenter server;

    public PagedResource(SecurityCenter server) {
        this.server = server;
    }

    /** Receives rows. */
    public interface RowListener {
        void row(JsonNode row);

        /** Called when the rows so far must be discarded, because all of them are read again. */
        void restart();
    }

    /** Thrown if a response has too many rows to keep in memory. */
    public static final class TooManyRowsException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        TooManyRowsException(String sentence) {
            super(sentence);
        }
    }

    /**
     * Returns all pages as a single response: the first page with the rows of all others added to its own.
     *
     * @throws TooManyRowsException with a sentence for users if there are too many rows to keep in memory
     * @throws UnexpectedResponseException if the rows are still incomplete after all retries
     */
    public JsonNode all(Request request) throws SecurityCenterException, InterruptedException {
        Whole whole = new Whole(request);
        read(request, whole);
        return whole.counted();
    }

    /**
     * Passes every row, page by page; memory use does not grow with the number of rows.
     *
     * @throws UnexpectedResponseException if the rows are still incomplete after all retries
     */
    public void read(Request request, RowListener rows) throws SecurityCenterException, InterruptedException {
        read(request, new Streamed(rows));
    }

    private void read(Request request, PagedReadAttempt.PageListener sink)
            throws SecurityCenterException, InterruptedException {
        PagingStyle paging = PagingStyle.of(request);
        ReadSummary before = null;
        String reason = "";
        for (int number = 0; number < SIZES.length; number++) {
            if (number > 0) {
                sink.restart();
            }
            PagedReadAttempt attempt = new PagedReadAttempt(SIZES[number]);
            attempt.read((start, end) -> page(paging.page(request, start, end)), sink);
            if (attempt.complete()
                    && (!attempt.repeatsIds() || attempt.sighting().equals(before))) {
                return;
            }
            before = attempt.sighting();
            reason = attempt.reason();
        }
        Attempt attempt = new Attempt(server.endpoint().name(), request.operation());
        String often = ", even after " + (SIZES.length - 1) + " more attempts, so the rows were discarded.";
        throw new UnexpectedResponseException(attempt, 200, reason + often, false, null);
    }

    private JsonNode page(Request request) throws SecurityCenterException, InterruptedException {
        JsonNode page = server.call(request);
        if (!page.isContainerNode()) {
            throw new ResourceReader(server, request).unexpected("the response is not a list.");
        }
        return page;
    }

    /** Passes the rows one by one. */
    private record Streamed(RowListener rows) implements PagedReadAttempt.PageListener {

        @Override
        public void page(JsonNode page) {
            PagedReadAttempt.eachRow(page, (list, row) -> rows.row(row));
        }

        @Override
        public void restart() {
            rows.restart();
        }
    }

    /** Combines all pages into one. */
    private static final class Whole implements PagedReadAttempt.PageListener {

        private final Request request;
        private @Nullable JsonNode whole;
        private long memory;

        Whole(Request request) {
            this.request = request;
        }

        @Override
        public void page(JsonNode page) {
            JsonNode all = whole;
            if (all == null) {
                all = page;
                whole = page;
            } else {
                append(all, page);
            }
            memory += ResponseLimits.weight(page);
            if (memory > ResponseLimits.TREE.memory()) {
                throw new TooManyRowsException("The response of " + request.path() + " needs more than the allowed "
                        + ResponseLimits.TREE.memory() / 1024 / 1024
                        + " MB of memory; narrow the query with filters, or"
                        + " read it page by page.");
            }
            if (PagedReadAttempt.size(all) > MOST_ROWS) {
                throw new TooManyRowsException(
                        "The response of " + request.path() + " has more than " + MOST_ROWS
                                + " rows, which is too many to return at once; narrow the query with filters, or read it page by page.");
            }
        }

        @Override
        public void restart() {
            whole = null;
            memory = 0;
        }

        private static void append(JsonNode whole, JsonNode page) {
            if (whole instanceof ArrayNode rows) {
                page.forEach(rows::add);
            } else {
                page.properties().forEach(field -> {
                    if (whole.get(field.getKey()) instanceof ArrayNode rows) {
                        append(rows, field.getValue());
                    }
                });
            }
        }

        JsonNode counted() {
            if (whole instanceof ObjectNode object && object.get("results") instanceof ArrayNode rows) {
                object.put("returnedRecords", rows.size()).put("endOffset", Integer.toString(rows.size()));
            }
            return Objects.requireNonNull(whole);
        }
    }
}
