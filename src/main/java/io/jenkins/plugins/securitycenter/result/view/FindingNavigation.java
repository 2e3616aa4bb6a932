package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.AdjacentFindings;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import java.util.OptionalInt;

/**
 * The links from the page of a finding to the previous and next finding of the table that linked to it.
 *
 * @param text the position in that table, for example {@code 3 of 1,204}; empty without a table
 * @param previous the link to the previous finding; empty for none
 * @param next the link to the next finding; empty for none
 * @param request the table, at the page that contains this finding
 */
public record FindingNavigation(String text, String previous, String next, TableRequest request) {

    /** Returns the links for a row; none if the row is not in the table. */
    public static FindingNavigation of(FindingTable table, int row, TableRequest request) {
        if (request.view() != TableType.FINDINGS) {
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

    static FindingNavigation none(TableRequest request) {
        return new FindingNavigation("", "", "", request);
    }

    private static FindingNavigation of(AdjacentFindings neighbours, TableRequest request) {
        String text = Messages.FindingNavigation_position(
                PageNumbers.grouped(neighbours.position() + 1), PageNumbers.grouped(neighbours.matching()));
        return new FindingNavigation(
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

    /** Returns the table at the page that contains the position. */
    private static TableRequest holding(int position, TableRequest request) {
        return request.at(position / request.length() + 1);
    }
}
