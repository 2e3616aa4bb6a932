package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the rows of one page of a query, and identifies a row that is invalid.
 *
 * @param start the offset of the page
 */
public record RowReader(long start, Function<Attributes, Finding> reader) {

    private static final int SHOWN = 60;

    /**
     * Reads a row.
     *
     * @param index the position of the row in its page
     * @throws UnreadableValueException with the plugin, the host and the number of the row, counted from 1 for the
     *     first
     *     row of the query
     */
    public Finding read(Attributes row, long index) {
        try {
            return reader.apply(row);
        } catch (UnreadableValueException e) {
            throw e.at(place(row) + "(row " + (start + index + 1) + ")");
        }
    }

    /**
     * Rejects what is not a row with fields.
     *
     * @throws UnreadableValueException always
     */
    public Finding reject(JsonNode other, long index) {
        Function<Attributes, Finding> none = empty -> {
            throw new UnreadableValueException("row", other, "an object");
        };
        return new RowReader(start, none).read(Attributes.of(other), index);
    }

    private static String place(Attributes row) {
        String plugin = shortened(row.text("pluginID"));
        String host = shortened(Stream.of("ip", "url", "dnsName", "netbiosName", "hostUUID", "uuid")
                .map(row::text)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(""));
        return (plugin.isEmpty() ? "" : "of plugin " + plugin + " ") + (host.isEmpty() ? "" : "on " + host + " ");
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
