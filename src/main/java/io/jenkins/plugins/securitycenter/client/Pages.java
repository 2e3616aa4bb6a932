package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a paged resource from its first page to its last: {@code /plugin}, {@code /hosts}, {@code /analysis} and since
 * 6.x lists such as {@code /report} and {@code /user}. What is not paged is read in one call.
 */
public final class Pages {

    static final int PAGE = 1000;
    /** What may be kept in memory of one answer. */
    static final int MOST_ROWS = 100_000;
    /** Ends a query on a server that never runs out of pages. */
    private static final int MOST_PAGES = 100_000;

    private final SecurityCenter server;

    public Pages(SecurityCenter server) {
        this.server = server;
    }

    /**
     * The answer as if it had come in one piece: the first page with the rows of all others added to its own.
     *
     * @throws TooManyRows with a sentence when there are too many rows to keep in memory
     */
    public JsonNode all(Request request) throws SecurityCenterException, InterruptedException {
        JsonNode[] whole = new JsonNode[1];
        pages(request, (page, known) -> {
            if (whole[0] == null) {
                whole[0] = page;
            } else {
                append(whole[0], page, known);
            }
            if (size(whole[0]) > MOST_ROWS) {
                throw new TooManyRows("The answer to " + request.path() + " has more than " + MOST_ROWS
                        + " rows, too many for one piece; narrow the query with filters or read it page by page.");
            }
        });
        return counted(whole[0]);
    }

    /** More rows than memory should be spent on. */
    public static final class TooManyRows extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        TooManyRows(String sentence) {
            super(sentence);
        }
    }

    /** Hands every row over once, page by page: memory does not grow with their number. */
    public void read(Request request, Consumer<JsonNode> consumer)
            throws SecurityCenterException, InterruptedException {
        pages(request, (page, known) -> {
            Set<JsonNode> fresh = new HashSet<>();
            eachRow(page, row -> {
                if (!known.contains(row) && fresh.add(row)) {
                    consumer.accept(row);
                }
            });
        });
    }

    /** Receives a page, and the rows of the one before, which may come again when rows move between pages. */
    private interface Reader {
        void page(JsonNode page, Set<JsonNode> known);
    }

    private void pages(Request request, Reader reader) throws SecurityCenterException, InterruptedException {
        Paging paging = Paging.of(request);
        Set<JsonNode> known = Set.of();
        for (long number = 0; number < MOST_PAGES; number++) {
            JsonNode page = server.call(paging.page(request, number * PAGE, (number + 1) * PAGE));
            Set<JsonNode> rows = new HashSet<>();
            eachRow(page, rows::add);
            boolean repeated = number > 0 && known.containsAll(rows);
            if (!repeated || number == 0) {
                reader.page(page, known);
            }
            if (repeated || last(page, (number + 1) * PAGE)) {
                return;
            }
            known = rows;
        }
    }

    /** Servers may leave the total out, and send a row too few, or everything at once. */
    private static boolean last(JsonNode page, long end) {
        long total = Attributes.of(page).number("totalRecords", -1);
        int size = size(page);
        return total >= 0 ? end >= total || size == 0 : size < PAGE - 1 || size > PAGE + 1;
    }

    private static int size(JsonNode page) {
        if (page.isArray()) {
            return page.size();
        }
        int longest = 0;
        for (JsonNode part : page) {
            longest = Math.max(longest, part.isArray() ? part.size() : 0);
        }
        return longest;
    }

    private static void eachRow(JsonNode page, Consumer<JsonNode> consumer) {
        if (page.isArray()) {
            page.forEach(consumer);
        } else {
            page.forEach(part -> {
                if (part.isArray()) {
                    part.forEach(consumer);
                }
            });
        }
    }

    private static void append(JsonNode whole, JsonNode page, Set<JsonNode> known) {
        if (whole instanceof ArrayNode rows) {
            page.forEach(row -> {
                if (!known.contains(row)) {
                    rows.add(row);
                }
            });
        } else {
            page.fields().forEachRemaining(field -> {
                if (whole.get(field.getKey()) instanceof ArrayNode rows) {
                    append(rows, field.getValue(), known);
                }
            });
        }
    }

    private static JsonNode counted(JsonNode whole) {
        if (whole instanceof ObjectNode object && object.get("results") instanceof ArrayNode rows) {
            object.put("returnedRecords", rows.size()).put("endOffset", Integer.toString(rows.size()));
        }
        return whole;
    }
}
