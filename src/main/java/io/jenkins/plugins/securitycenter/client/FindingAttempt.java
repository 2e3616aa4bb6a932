package io.jenkins.plugins.securitycenter.client;

import java.util.OptionalLong;

/** One reading of all findings, from the first page to the last; it holds some 9 bytes for each of them. */
final class FindingAttempt {

    /** Asks for a page. */
    @FunctionalInterface
    interface Source {
        FindingPage page(long start, int size) throws SecurityCenterException, InterruptedException;
    }

    /**
     * What a reading found, to compare it with the next one.
     *
     * @param identities the same number for the same set of findings
     * @param displaced see {@link PageWalk#displaced}
     */
    record Sighting(long identities, long found, OptionalLong total, long displaced) {}

    /** How many rows are asked for, fewer when they are too large. */
    private final PageSize size;

    private final PageWalk walk;
    private final DoubledFindings doubled;
    private final Analysis.Reader reader;
    private final SeenRows known = new SeenRows();
    private long identities;
    private long found;
    private long dropped;
    private OddRows odd = OddRows.NONE;

    /** @param noun what is read, in the plural */
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

    /** Returns whether the row had come before, in all its fields. */
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

    /** Whether what was handed over is final: no other row of it came later. */
    boolean settled() {
        return !doubled.hasLearned();
    }

    /** Whether each row that the server counts has come. */
    boolean complete() {
        return walk.complete() || !walk.flawed() && walk.total().equals(OptionalLong.of(found));
    }

    /** How many findings were handed over. */
    long found() {
        return found;
    }

    /** The rows that the server has, without repetitions. */
    long counted() {
        return walk.counted();
    }

    /** How many rows there are by the server's count, if it tells it. */
    OptionalLong total() {
        return walk.total();
    }

    /** How many rows were not handed over since there was one of the same finding. */
    long dropped() {
        return dropped;
    }

    /** Rows of which something was replaced or left out. */
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
