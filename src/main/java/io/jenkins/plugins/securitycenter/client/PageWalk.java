package io.jenkins.plugins.securitycenter.client;

import java.util.OptionalLong;

/**
 * Where the pages of one reading begin, when they end, and whether they held everything. Whatever stands between may
 * cut a page or empty it, servers may ignore the offsets, leave the total out or send a row too many: only rows that
 * were counted prove that nothing is missing.
 */
final class PageWalk {

    private static final double MOST_ROWS = 1e15;

    /** Ends a reading on a server that never runs out of pages. */
    static final int MOST_PAGES = 100_000;
    /** Ends one on a server whose total is far beyond its rows. */
    static final int MOST_EMPTY = 50;

    /**
     * What came of one page.
     *
     * @param rows how many rows it had
     * @param repeated how many of them had come before, in all their fields
     * @param step how far behind its beginning the next page begins
     * @param total the number of rows on all pages, if the server tells it
     * @param returned the number of rows on the page by the server's count, if it tells it
     */
    record Received(int rows, int repeated, int step, OptionalLong total, OptionalLong returned) {}

    private final int size;
    private final String noun;
    private int pages;
    private int empty;
    private long start;
    private long counted;
    private long repeated;
    private OptionalLong total = OptionalLong.empty();
    private int overhang;
    private long overlap;
    private boolean cut;
    private boolean shorter;
    private boolean ended;
    private String flaw = "";

    /**
     * @param size the number of rows to ask for
     * @param noun what the rows are, in the plural
     */
    PageWalk(int size, String noun) {
        this.size = size;
        this.noun = noun;
    }

    /**
     * A number of rows, if it can be one: not below zero, and not absurdly large.
     *
     * @param whole whether a fraction makes it none
     */
    static OptionalLong count(double value, boolean whole) {
        boolean possible = value >= 0 && value <= MOST_ROWS && (!whole || Double.compare(value, Math.rint(value)) == 0);
        return possible ? OptionalLong.of((long) value) : OptionalLong.empty();
    }

    /** The offset of the next page. */
    long start() {
        return start;
    }

    boolean ended() {
        return ended;
    }

    /** The rows that came, without repetitions. */
    long counted() {
        return counted;
    }

    /** The rows that came again in all their fields. */
    long repeated() {
        return repeated;
    }

    OptionalLong total() {
        return total;
    }

    void page(Received page) {
        pages++;
        empty = page.rows() == 0 ? empty + 1 : 0;
        counted += page.rows() - page.repeated();
        repeated += page.repeated();
        boolean knownOnly = page.rows() > overhang && page.repeated() == page.rows();
        OptionalLong before = total;
        total = page.total().isPresent() ? page.total() : total;
        if (before.isPresent() && before.getAsLong() != total.getAsLong()) {
            fail("the number of " + noun + " changed from " + before.getAsLong() + " to " + total.getAsLong()
                    + " while they were being read");
        } else if (knownOnly) {
            fail("the server sent earlier rows again instead of the next page (" + progress() + ")");
        } else if (pages == MOST_PAGES) {
            fail("the pages never end (" + progress() + ")");
        }
        overhang = Math.max(0, page.rows() - page.step());
        overlap += overhang;
        cut |= page.returned().orElse(0) > page.rows();
        start += page.step();
        ended |= total.isPresent() ? exhausted() : page.rows() == 0 && shorter;
        shorter = page.rows() < size;
    }

    /** An empty page is not the end before the total is reached; behind the total, a second one is. */
    private boolean exhausted() {
        long all = total.getAsLong();
        return counted >= all || empty == MOST_EMPTY || start >= all && (empty > 1 || counted + repeated >= all);
    }

    private void fail(String what) {
        flaw = what;
        ended = true;
    }

    /** Whether the pages did not fit together. */
    boolean flawed() {
        return !flaw.isEmpty();
    }

    /** Whether the number of rows that the server told is reached; without one, whether the pages simply ended. */
    boolean complete() {
        return !flawed() && (total.isPresent() ? counted == total.getAsLong() : repeated <= overlap && !cut);
    }

    /** How many rows may have had others sent in their place, 0 when nothing points to that. */
    long displaced() {
        if (flawed() || cut && total.isEmpty()) {
            return 0;
        }
        if (total.isEmpty()) {
            return Math.max(0, repeated - overlap);
        }
        long lacking = total.getAsLong() - counted;
        return lacking > 0 && lacking <= repeated ? lacking : 0;
    }

    /** What is wrong, as a clause about the server, with numbers. */
    String reason() {
        if (flawed()) {
            return flaw;
        }
        if (total.isPresent() && counted > total.getAsLong()) {
            return "the server sent " + counted + " " + noun + " but reports a total of " + total.getAsLong();
        }
        return "the server returned " + progress()
                + (repeated > overlap ? ", and repeated " + repeated + " of them" : "");
    }

    private String progress() {
        return counted + (total.isPresent() ? " of " + total.getAsLong() : "") + " " + noun;
    }
}
