package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.util.List;

/**
 * A scan zone, which assigns scanners to addresses ({@code /zone}). A count that the server did not send is -1.
 *
 * @param ranges the addresses, ranges and CIDRs of the zone
 */
public record ScanZone(
        String id, String name, String description, List<String> ranges, long activeScanners, long totalScanners)
        implements Named {

    /** The fields to request, by their API names. */
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
