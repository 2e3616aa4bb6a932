package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.resource.PageSequence;
import io.jenkins.plugins.securitycenter.client.resource.PageSize;
import io.jenkins.plugins.securitycenter.client.resource.RowDigests;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** One read of all findings, from the first page to the last; needs about 9 bytes of memory per finding. */
final class AnalysisReadAttempt {

    /**
     * The maximum size in bytes of a response whose rows may be in memory together with those of the next page. A page
     * of 500 findings is about 1.6 MB.
     */
    static final long LONGEST_BEFORE_AHEAD = 4L * 1024 * 1024;

    /** Requests a page. */
    @FunctionalInterface
    interface PageLoader {
        AnalysisPage page(long start, int size) throws SecurityCenterException, InterruptedException;
    }

    /**
     * The result of a read, to compare it with the next one.
     *
     * @param identities the same number for the same set of findings
     * @param displaced see {@link PageSequence#displaced}
     */
    record ReadSummary(long identities, long found, OptionalLong total, long displaced) {}

    /** The number of rows to request, which is reduced if a page is too large. */
    private final PageSize size;

    private final PageSequence walk;
    private final DuplicateFindings doubled;
    private final Analysis.FindingsListener reader;
    private final RowDigests known = new RowDigests();
    private long identities;
    private long found;
    private long dropped;
    private MalformedRows odd = MalformedRows.NONE;

    /** @param noun the plural noun for the rows in messages */
    AnalysisReadAttempt(int size, String noun, DuplicateFindings doubled, Analysis.FindingsListener reader) {
        this.size = new PageSize(size);
        this.walk = new PageSequence(size, noun);
        this.doubled = doubled;
        this.reader = reader;
    }

    void read(PageLoader source) throws SecurityCenterException, InterruptedException {
        doubled.begin();
        try (PageAhead pages = new PageAhead(() -> size.read(rows -> source.page(walk.start(), rows)))) {
            while (hasNext()) {
                AnalysisPage page = pages.take();
                List<Finding> findings = accept(page);
                if (hasNext() && page.length() <= LONGEST_BEFORE_AHEAD) {
                    pages.request();
                }
                for (Finding finding : findings) {
                    reader.finding(finding);
                }
                reader.page(found, page.total());
            }
            doubled.end(reader, complete());
        }
    }

    private boolean hasNext() {
        return !walk.ended() && !doubled.tooMany();
    }

    /** Processes a page, so that it is known whether there is another one; returns the findings to pass. */
    private List<Finding> accept(AnalysisPage page) throws SecurityCenterException {
        odd = odd.plus(page.odd());
        List<Finding> findings = new ArrayList<>(page.rows().size());
        int repeated = 0;
        for (AnalysisPage.Row row : page.rows()) {
            repeated += accept(row, findings::add) ? 1 : 0;
        }
        int rows = page.rows().size();
        int step = rows == 0 ? size.rows() : Math.min(rows, size.rows());
        walk.page(new PageSequence.Received(rows, repeated, step, page.total(), page.returned()));
        return findings;
    }

    /** Processes a row; returns whether the same row was received before. */
    private boolean accept(AnalysisPage.Row row, Analysis.FindingsListener passed) throws SecurityCenterException {
        long identity = doubled.identity(row.finding());
        RowDigests.Before before = known.add(identity, row.content());
        if (doubled.knows(identity)) {
            before = doubled.take(identity, row, passed);
        } else if (before == RowDigests.Before.NEW) {
            passed.finding(row.finding());
        } else if (before == RowDigests.Before.OTHER) {
            doubled.learn(identity);
        } else {
            doubled.suspect(identity);
        }
        if (before == RowDigests.Before.NEW) {
            found++;
            identities += identity;
        } else {
            dropped++;
        }
        return before == RowDigests.Before.SAME;
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
    MalformedRows odd() {
        return odd;
    }

    ReadSummary sighting() {
        return new ReadSummary(identities, found, walk.total(), complete() ? 0 : walk.displaced());
    }

    String reason() {
        return complete() ? dropped + " rows repeat findings with different values" : walk.reason();
    }
}
