package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.report.FindingTable;
import io.jenkins.plugins.securitycenter.report.Neighbours;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The way from the page of a finding to the pages of the findings next to it, in the table that the reader comes from.
 *
 * @param text the position in that table, for example {@code 3 of 1,204}; empty without a table
 * @param previous the link to the finding before; empty for none
 * @param next the link to the finding after; empty for none
 * @param request that table, at the page with this finding
 */
public record FindingSteps(String text, String previous, String next, TableRequest request) {

    /** The steps from that row; none when it is not one of the rows of the table. */
    public static FindingSteps of(FindingTable table, int row, TableRequest request) {
        if (request.view() != View.FINDINGS) {
            return none(request);
        }
        try {
            return table.around(row, request.query())
                    .map(neighbours -> of(neighbours, request))
                    .orElseGet(() -> none(request));
        } catch (IllegalArgumentException e) {
            return none(request);
        }
    }

    static FindingSteps none(TableRequest request) {
        return new FindingSteps("", "", "", request);
    }

    private static FindingSteps of(Neighbours neighbours, TableRequest request) {
        String text = String.format(Locale.ENGLISH, "%,d of %,d", neighbours.position() + 1, neighbours.matching());
        return new FindingSteps(
                text,
                link(neighbours.previous(), neighbours.position() - 1, request),
                link(neighbours.next(), neighbours.position() + 1, request),
                holding(neighbours.position(), request));
    }

    private static String link(OptionalInt row, int position, TableRequest request) {
        return row.isEmpty()
                ? ""
                : "../" + row.getAsInt() + "/" + holding(position, request).link();
    }

    /** The table at the page with that position. */
    private static TableRequest holding(int position, TableRequest request) {
        return request.at(position / request.length() + 1);
    }
}
