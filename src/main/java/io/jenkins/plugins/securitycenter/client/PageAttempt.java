package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/** One reading of all rows of a resource, from the first page to the last. */
final class PageAttempt {

    /** Asks for a page. */
    @FunctionalInterface
    interface Source {
        JsonNode page(long start, long end) throws SecurityCenterException, InterruptedException;
    }

    /** Receives pages. */
    interface Sink {
        void page(JsonNode page);

        /** The pages so far do not count: all come again. */
        void restart();
    }

    /** What a reading found, to compare it with the next one: the same number for the same rows. */
    record Sighting(long rows, long count) {}

    private final PageSize size;
    private final PageWalk walk;
    private final Set<Long> pages = new HashSet<>();
    private final SeenRows ids = new SeenRows();
    private boolean repeatsIds;
    private long firstRows;
    private boolean whole;
    private long rows;

    PageAttempt(int size) {
        this.size = new PageSize(size);
        this.walk = new PageWalk(size, "rows");
    }

    void read(Source source, Sink sink) throws SecurityCenterException, InterruptedException {
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

    private void accept(JsonNode page, OptionalLong total, Sink sink) {
        int count = Math.max(0, size(page));
        // some servers send the first row of the next page as well
        if (count == size.rows() + 1 && !total.equals(OptionalLong.of(walk.counted() + count))) {
            cut(page);
            count = size.rows();
        }
        boolean known = count > 0 && !pages.add(note(page, false));
        if (known && pages.size() == 1 && total.isEmpty() && firstRows != size.rows()) {
            // the server knows no pages: this was everything
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
        walk.page(new PageWalk.Received(count, known ? count : 0, step, total, count(page, "returnedRecords", false)));
    }

    /** A number for the page in its order, or one that is the same for its rows in any order. */
    private long note(JsonNode page, boolean anyOrder) {
        long[] number = new long[1];
        eachRow(page, (list, row) -> {
            long mixed = mix(row.hashCode());
            number[0] = anyOrder ? number[0] + mixed : number[0] * 31 + mixed;
            String id = row.path("id").isValueNode() ? row.path("id").asText() : "";
            if (anyOrder && !id.isEmpty()) {
                repeatsIds |= ids.add(hash(list + " " + id), 0) != SeenRows.Before.NEW;
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

    /** Whether all rows came that there are, as far as can be told. */
    boolean complete() {
        return whole || walk.complete();
    }

    /** Whether rows have the id of another one, which may come from rows that moved. */
    boolean repeatsIds() {
        return repeatsIds;
    }

    Sighting sighting() {
        return new Sighting(rows, walk.counted());
    }

    String reason() {
        return complete() ? "rows were repeated with the same id" : walk.reason();
    }

    /** The number of rows of a page, the longest of its lists; -1 when it has none. */
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

    /** Hands over the rows of all lists of a page, with the name of the list. */
    static void eachRow(JsonNode page, BiConsumer<String, JsonNode> consumer) {
        if (page.isArray()) {
            page.forEach(row -> consumer.accept("", row));
        } else {
            page.fields().forEachRemaining(field -> {
                if (field.getValue().isArray()) {
                    field.getValue().forEach(row -> consumer.accept(field.getKey(), row));
                }
            });
        }
    }

    private static OptionalLong count(JsonNode page, String name, boolean whole) {
        JsonNode number = page.path(name);
        double value = number.isTextual() || number.isNumber() ? number.asDouble(-1) : -1;
        return PageWalk.count(value, whole);
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + text.charAt(i));
        }
        return hash;
    }

    /** Spreads a number over all bits. */
    private static long mix(long number) {
        long mixed = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
