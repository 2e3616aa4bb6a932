package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.util.List;

/**
 * An asset list ({@code /asset}).
 *
 * @param type for example {@code static}, {@code dnsname} or {@code dynamic}
 * @param addresses the addresses, ranges and CIDRs of a static list or a watchlist
 * @param dnsNames the host names of a list of DNS names
 */
public record Asset(
        String id, String name, String description, String type, List<String> addresses, List<String> dnsNames)
        implements Named {

    /** The type of a static list of addresses. */
    public static final String STATIC = "static";
    /** The type of a list of DNS names. */
    public static final String DNS_NAME = "dnsname";
    /** The fields to request in lists, by their API names. */
    public static final String FIELDS = "id,name,description,type,typeFields";

    public Asset {
        addresses = List.copyOf(addresses);
        dnsNames = List.copyOf(dnsNames);
    }

    public static Asset of(Attributes attributes) {
        Attributes content = attributes.object("typeFields");
        return new Asset(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.text("type"),
                content.list("definedIPs"),
                content.list("definedDNSNames"));
    }
}
