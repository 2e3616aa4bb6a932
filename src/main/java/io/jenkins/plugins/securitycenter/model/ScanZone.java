package io.jenkins.plugins.securitycenter.model;

import java.util.List;

/**
 * Which scanners reach which addresses ({@code /zone}). Counts that the server does not tell are -1.
 *
 * @param ranges addresses, ranges, CIDRs
 */
public record ScanZone(
        String id, String name, String description, List<String> ranges, long activeScanners, long totalScanners)
        implements Named {

    /** The fields to ask for, in the API's names. */
    public static final String FIELDS = "id,name,description,ipList,activeScanners,totalScanners";

    public ScanZone {
        ranges = List.copyOf(ranges);
    }

    public static ScanZone of(Attributes attributes) {
        return new ScanZone(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.list("ipList"),
                attributes.number("activeScanners", -1),
                attributes.number("totalScanners", -1));
    }
}
