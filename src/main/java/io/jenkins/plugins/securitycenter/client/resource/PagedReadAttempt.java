package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/** One read of all rows of a resource, from the first page to the last. */
final class PagedReadAttempt {

    /** Requests a page. */
    @FunctionalInterface
    interface PageLoader {
        JsonNode page(long start, long end) throws SecurityCenterException, InterruptedException;
    }

    /** Receives pages. */
    interface PageListener {
        void page(JsonNode page);

        /** Called when the pages so far must be discarded, because all of them are read again. */
        void restart();
    }

    /** The result of a read, to compare it with the next one; the same number for the same rows. */
    record ReadSummary(long rows, long count) {}

    private final PageSize size;
    private final PageSequence walk;
    private final Set<Long> pages = new HashSet<>();
    private final RowDigests ids = new RowDigests();
    private boolean repeatsIds;
    private long firstRows;
    private boolean whole;
    private long rows;

    PagedReadAttempt(int size) {
        this.size = new PageSize(size);
        this.walk = new PageSequence(size, "rows");
    }

    void read(PageLoader source, PageListener sink) throws SecurityCenterException, InterruptedException {
        while (!walk.ended() && !whole) {
            JsonNode page = size.read(asked -> source.page(walk.start(), walk.start() + asked));
            OptionalLong total = count(page, "totalRecords", true);
            if (walk.start() == 0 && size(page) < 0 && total.isEmpty()) {
                sink.page(page);
                whole = true;
            } else {
                accept(page, total, sink);
            }
        }
    }

    private void accept(JsonNode page, OptionalLong total, PageListener sink) {
        int count = Math.max(0, size(page));
        // some servers also send the first row of the next page
        if (count == size.rows() + 1 && !total.equals(OptionalLong.of(walk.counted() + count))) {
            cut(page);
            count = size.rows();
        }
        boolean known = count > 0 && !pages.add(note(page, false));
        if (known && pages.size() == 1 && total.isEmpty() && firstRows != size.rows()) {
            // the server ignores paging: this was everything
            whole = true;
            return;
        }
        if (!known) {
            rows += note(page, true);
            sink.page(page);
        }
        if (walk.start() == 0) {
            firstRows = count;
        }
        int step = count == 0 ? size.rows() : count;
        walk.page(new PageSequence.Received(
                count, known ? count : 0, step, total, count(page, "returnedRecords", false)));
    }

    /** Returns a number that identifies the page; with {@code anyOrder}, the sum for its rows in any order. */
    private long note(JsonNode page, boolean anyOrder) {
        long[] number = new long[1];
        eachRow(page, (list, row) -> {
            long mixed = mix(row.hashCode());
            number[0] = anyOrder ? number[0] + mixed : number[0] * 31 + mixed;
            String id = row.path("id").isValueNode() ? row.path("id").asText() : "";
            if (anyOrder && !id.isEmpty()) {
                repeatsIds |= ids.add(hash(list + " " + id), 0) != RowDigests.Before.NEW;
            }
        });
        return number[0];
    }

    private void cut(JsonNode page) {
        for (JsonNode part : page.isArray() ? Set.of(page) : page) {
            if (part instanceof ArrayNode array && array.size() > size.rows()) {
                array.remove(size.rows());
            }
        }
    }

    /** Returns whether all rows were received, as far as that can be determined. */
    boolean complete() {
        return whole || walk.complete();
    }

    /** Returns whether several rows have the same id, which may be caused by rows that moved between pages. */
    boolean repeatsIds() {
        return repeatsIds;
    }

    ReadSummary sighting() {
        return new ReadSummary(rows, walk.counted());
    }

    String reason() {
        return complete() ? "rows were repeated with the same ID" : walk.reason();
    }

    /** Returns the number of rows of a page, which is the length of its longest list; -1 if it has no list. */
    static int size(JsonNode page) {
        if (page.isArray()) {
            return page.size();
        }
        int longest = -1;
        for (JsonNode part : page) {
            longest = Math.max(longest, part.isArray() ? part.size() : -1);
        }
        return longest;
    }

    /** Passes the rows of all lists of a page, each with the name of its list. */
    static void eachRow(JsonNode page, BiConsumer<String, JsonNode> consumer) {
        if (page.isArray()) {
            page.forEach(row -> consumer.accept("", row));
        } else {
            page.properties().forEach(field -> {
                if (field.getValue().isArray()) {
                    field.getValue().forEach(row -> consumer.accept(field.getKey(), row));
                }
            });
        }
    }

    private static OptionalLong count(JsonNode page, String name, boolean whole) {
        JsonNode number = page.path(name);
        double value = number.isTextual() || number.isNumber() ? number.asDouble(-1) : -1;
        return PageSequence.count(value, whole);
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + text.charAt(i));
        }
        return hash;
    }

    /** Distributes a number over all bits. */
    private static long mix(long number) {
        long mixed = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
