package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Fingerprints;
import java.util.OptionalLong;

/** One reading of all findings, from the first page to the last; it holds some 15 bytes for each of them. */
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

    private final int size;
    private final PageWalk walk;
    private final DoubledFindings doubled;
    private final Analysis.Reader reader;
    private final Fingerprints known = new Fingerprints();
    private long identities;
    private long found;
    private long dropped;

    /** @param noun what is read, in the plural */
    FindingAttempt(int size, String noun, DoubledFindings doubled, Analysis.Reader reader) {
        this.size = size;
        this.walk = new PageWalk(size, noun);
        this.doubled = doubled;
        this.reader = reader;
    }

    void read(Source source) throws SecurityCenterException, InterruptedException {
        doubled.begin();
        while (!walk.ended() && !doubled.tooMany()) {
            FindingPage page = source.page(walk.start(), size);
            int repeated = 0;
            for (FindingPage.Row row : page.rows()) {
                repeated += accept(row) ? 1 : 0;
            }
            int rows = page.rows().size();
            int step = rows == 0 ? size : Math.min(rows, size);
            walk.page(new PageWalk.Received(rows, repeated, step, page.total(), page.returned()));
            reader.page(found, page.total());
        }
        doubled.end(reader);
    }

    /** Returns whether the row had come before, in all its fields. */
    private boolean accept(FindingPage.Row row) throws SecurityCenterException {
        long identity = Fingerprint.of(row.finding().key());
        byte content = mark(row.content());
        byte before = known.mark(identity, content);
        if (before == 0) {
            found++;
            identities += identity;
        } else {
            dropped++;
        }
        if (doubled.knows(identity)) {
            return doubled.take(identity, row, reader) == DoubledFindings.Role.REPEATED;
        }
        if (before == 0) {
            reader.finding(row.finding());
        } else if (before != content) {
            doubled.learn(identity);
        }
        return before == content;
    }

    /** Eight bits of it, of which none is the mark of what is not known. */
    private static byte mark(int content) {
        int folded = content ^ content >>> Short.SIZE;
        byte mark = (byte) (folded ^ folded >>> Byte.SIZE);
        return mark == 0 ? 1 : mark;
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

    /** How many rows were not handed over since there was one of the same finding. */
    long dropped() {
        return dropped;
    }

    Sighting sighting() {
        return new Sighting(identities, found, walk.total(), complete() ? 0 : walk.displaced());
    }

    String reason() {
        return complete() ? dropped + " rows are of findings that had come with other values" : walk.reason();
    }
}
