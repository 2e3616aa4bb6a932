package io.jenkins.plugins.securitycenter.client;

import java.util.OptionalLong;

/** One read of all findings, from the first page to the last; needs about 9 bytes of memory per finding. */
final class FindingAttempt {

    /** Requests a page. */
    @FunctionalInterface
    interface Source {
        FindingPage page(long start, int size) throws SecurityCenterException, InterruptedException;
    }

    /**
     * The result of a read, to compare it with the next one.
     *
     * @param identities the same number for the same set of findings
     * @param displaced see {@link PageWalk#displaced}
     */
    record Sighting(long identities, long found, OptionalLong total, long displaced) {}

    /** The number of rows to request, which is reduced if a page is too large. */
    private final PageSize size;

    private final PageWalk walk;
    private final DoubledFindings doubled;
    private final Analysis.Reader reader;
    private final SeenRows known = new SeenRows();
    private long identities;
    private long found;
    private long dropped;
    private OddRows odd = OddRows.NONE;

    /** @param noun the plural noun for the rows in messages */
    FindingAttempt(int size, String noun, DoubledFindings doubled, Analysis.Reader reader) {
        this.size = new PageSize(size);
        this.walk = new PageWalk(size, noun);
        this.doubled = doubled;
        this.reader = reader;
    }

    void read(Source source) throws SecurityCenterException, InterruptedException {
        doubled.begin();
        while (!walk.ended() && !doubled.tooMany()) {
            FindingPage page = size.read(rows -> source.page(walk.start(), rows));
            odd = odd.plus(page.odd());
            int repeated = 0;
            for (FindingPage.Row row : page.rows()) {
                repeated += accept(row) ? 1 : 0;
            }
            int rows = page.rows().size();
            int step = rows == 0 ? size.rows() : Math.min(rows, size.rows());
            walk.page(new PageWalk.Received(rows, repeated, step, page.total(), page.returned()));
            reader.page(found, page.total());
        }
        doubled.end(reader, complete());
    }

    /** Processes a row; returns whether the same row was received before. */
    private boolean accept(FindingPage.Row row) throws SecurityCenterException {
        long identity = doubled.identity(row.finding());
        SeenRows.Before before = known.add(identity, row.content());
        if (doubled.knows(identity)) {
            before = doubled.take(identity, row, reader);
        } else if (before == SeenRows.Before.NEW) {
            reader.finding(row.finding());
        } else if (before == SeenRows.Before.OTHER) {
            doubled.learn(identity);
        } else {
            doubled.suspect(identity);
        }
        if (before == SeenRows.Before.NEW) {
            found++;
            identities += identity;
        } else {
            dropped++;
        }
        return before == SeenRows.Before.SAME;
    }

    /** Returns whether the passed findings are final, because none of them had further rows later. */
    boolean settled() {
        return !doubled.hasLearned();
    }

    /** Returns whether all rows that the server counts were received. */
    boolean complete() {
        return walk.complete() || !walk.flawed() && walk.total().equals(OptionalLong.of(found));
    }

    /** Returns the number of findings that were passed. */
    long found() {
        return found;
    }

    /** Returns the number of rows without repetitions. */
    long counted() {
        return walk.counted();
    }

    /** Returns the total number of rows, if the server sent it. */
    OptionalLong total() {
        return walk.total();
    }

    /** Returns the number of rows that were not passed because they belong to a finding that had been passed. */
    long dropped() {
        return dropped;
    }

    /** Returns the number of rows that were changed while reading. */
    OddRows odd() {
        return odd;
    }

    Sighting sighting() {
        return new Sighting(identities, found, walk.total(), complete() ? 0 : walk.displaced());
    }

    String reason() {
        return complete() ? dropped + " rows repeat findings with different values" : walk.reason();
    }
}
