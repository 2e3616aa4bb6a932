package io.jenkins.plugins.securitycenter.simulator;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which rows an analysis page has, with the habits that the server shows.
 *
 * @param moved whether rows came or went since the first page was answered
 * @param answered how many pages were answered before
 */
record Pager(AnalysisQuery query, Set<Quirk> quirks, boolean moved, int answered) {

    private static final int CAP = 200;
    private static final int USUAL = 500;
    private static final int FEW = 3;
    private static final int SOME = 10;

    /** How many rows there are now. */
    int total(int size) {
        if (quirks.contains(Quirk.CHANGING_TOTAL)) {
            return size + answered;
        }
        if (quirks.contains(Quirk.DOUBLED_ROWS)) {
            return size + FEW;
        }
        return size - (quirks.contains(moved ? Quirk.VANISHING_ROWS : Quirk.MOVING_ROWS) ? 1 : 0);
    }

    /** The positions of the rows of this page; those from {@code size} on are doubles of the first ones. */
    IntStream positions(int size) {
        int total = quirks.contains(Quirk.CHANGING_TOTAL) ? size : total(size);
        int start = quirks.contains(Quirk.IGNORED_OFFSET) ? 0 : query.start();
        int asked = query.end() - query.start();
        int most = quirks.contains(Quirk.CAPPED_PAGES) ? Math.min(asked, CAP) : asked;
        int end = Math.min(start + most + (quirks.contains(Quirk.EXTRA_ROW) ? 1 : 0), total);
        boolean none = quirks.contains(Quirk.NO_ROWS) || quirks.contains(Quirk.EMPTY_PAGE) && start == USUAL;
        boolean again = quirks.contains(Quirk.REPEATED_ROWS) && asked == USUAL && end - start == USUAL;
        return IntStream.range(start, none ? start : Math.max(start, end))
                .map(index -> again && index >= end - SOME ? index - USUAL + SOME : index)
                .map(index -> position(index, size));
    }

    private int position(int index, int size) {
        if (quirks.contains(Quirk.MOVING_ROWS) && moved) {
            return index == 0 ? size - 1 : index - 1;
        }
        if (quirks.contains(Quirk.VANISHING_ROWS) && moved) {
            return index + 1;
        }
        return quirks.contains(Quirk.DISPLACED_ROWS) && index >= size - FEW ? index - size + FEW : index;
    }
}
