package io.jenkins.plugins.securitycenter.client.resource;

import java.util.OptionalLong;

/**
 * Tracks the pages of one read: where the next page starts, when they end, and whether they are complete. A proxy may
 * truncate or empty a page; servers may ignore the offsets, omit the total or send a row too many. Only counted rows
 * prove that nothing is missing.
 */
public final class PageSequence {

    private static final double MOST_ROWS = 1e15;

    /** The maximum number of pages, for a server whose pages never end. */
    static final int MOST_PAGES = 100_000;
    /** The maximum number of consecutive empty pages, for a server whose total far exceeds its rows. */
    static final int MOST_EMPTY = 50;

    /**
     * The counts of one page.
     *
     * @param rows the number of rows
     * @param repeated the number of rows that were received before with the same values
     * @param step the distance from the start of this page to the start of the next one
     * @param total the number of rows on all pages, if the server sent it
     * @param returned the number of rows on the page according to the server, if it sent it
     */
    public record Received(int rows, int repeated, int step, OptionalLong total, OptionalLong returned) {}

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
     * @param size the number of rows to request
     * @param noun the plural noun for the rows in messages
     */
    public PageSequence(int size, String noun) {
        this.size = size;
        this.noun = noun;
    }

    /**
     * Returns a number of rows; empty if it is negative or implausibly large.
     *
     * @param whole whether a number with a fraction is rejected
     */
    public static OptionalLong count(double value, boolean whole) {
        boolean possible = value >= 0 && value <= MOST_ROWS && (!whole || Double.compare(value, Math.rint(value)) == 0);
        return possible ? OptionalLong.of((long) value) : OptionalLong.empty();
    }

    /** Returns the offset of the next page. */
    public long start() {
        return start;
    }

    public boolean ended() {
        return ended;
    }

    /** Returns the number of received rows without repetitions. */
    public long counted() {
        return counted;
    }

    public OptionalLong total() {
        return total;
    }

    public void page(Received page) {
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
            fail("the server kept sending pages without reaching the end (" + progress() + ")");
        }
        overhang = Math.max(0, page.rows() - page.step());
        overlap += overhang;
        cut |= page.returned().orElse(0) > page.rows();
        start += page.step();
        ended |= total.isPresent() ? exhausted() : page.rows() == 0 && shorter;
        shorter = page.rows() < size;
    }

    /**
     * Returns whether the rows are exhausted. An empty page is not the end before the total is reached; after the
     * total, a second one is.
     */
    private boolean exhausted() {
        long all = total.getAsLong();
        return counted >= all || empty == MOST_EMPTY || start >= all && (empty > 1 || counted + repeated >= all);
    }

    private void fail(String what) {
        flaw = what;
        ended = true;
    }

    /** Returns whether the pages were inconsistent. */
    public boolean flawed() {
        return !flaw.isEmpty();
    }

    /** Returns whether the total of the server was reached; without a total, whether the pages ended without a gap. */
    public boolean complete() {
        return !flawed() && (total.isPresent() ? counted == total.getAsLong() : repeated <= overlap && !cut);
    }

    /**
     * Returns how many rows may be missing because the server repeated others in their place; 0 if nothing indicates
     * that.
     */
    public long displaced() {
        if (flawed() || cut && total.isEmpty()) {
            return 0;
        }
        if (total.isEmpty()) {
            return Math.max(0, repeated - overlap);
        }
        long lacking = total.getAsLong() - counted;
        return lacking > 0 && lacking <= repeated ? lacking : 0;
    }

    /** Returns the problem as a clause about the server, with numbers. */
    public String reason() {
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
