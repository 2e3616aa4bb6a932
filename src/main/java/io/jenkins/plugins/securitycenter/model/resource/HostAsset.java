package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.time.Instant;
import java.util.Optional;

/**
 * A host known to the server, independent of a single scan ({@code /hosts}), part of the documented API coverage.
 *
 * @param id the id; the UUID if there is no id
 * @param name the name; the DNS name or address if there is no name
 */
public record HostAsset(
        String id, String uuid, String name, String ip, String dnsName, String os, Optional<Instant> lastSeen)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,uuid,name,ipAddress,dns,os,lastSeen";

    public static HostAsset of(Attributes attributes) {
        String ip = attributes.text("ipAddress");
        String dnsName = attributes.text("dns");
        String name = attributes.line("name");
        String id = attributes.id("id");
        String uuid = attributes.text("uuid");
        return new HostAsset(
                id.isEmpty() ? uuid : id,
                uuid,
                !name.isEmpty() ? name : !dnsName.isEmpty() ? dnsName : ip,
                ip,
                dnsName,
                attributes.text("os"),
                attributes.time("lastSeen"));
    }
}
