package io.jenkins.plugins.securitycenter.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Makes other answers of a server's answers. */
final class Bodies {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Bodies() {}

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] errorCode(byte[] body, String code) {
        return replace(body, "\"error_code\":0", "\"error_code\":" + code);
    }

    /** One byte that is not UTF-8 in the output of the first plugin. */
    static byte[] oddByte(byte[] body) {
        return replace(body, "<plugin_output>", "<plugin_output>\u00a0");
    }

    private static byte[] replace(byte[] body, String what, String by) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(what);
        return start < 0
                ? body
                : (text.substring(0, start) + by + text.substring(start + what.length()))
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Only the first rows of a page, as a share of them; the counters stay. */
    static byte[] rows(byte[] body, double share) {
        return page(body, page -> {
            ArrayNode rows = (ArrayNode) page.path("results");
            int left = (int) (rows.size() * share);
            while (rows.size() > left) {
                rows.remove(rows.size() - 1);
            }
        });
    }

    /** The first half of the rows in place of the second one. */
    static byte[] repeated(byte[] body) {
        return page(body, page -> {
            ArrayNode rows = (ArrayNode) page.path("results");
            int half = rows.size() / 2;
            for (int row = 0; row < half; row++) {
                rows.set(half + row, rows.get(row));
            }
        });
    }

    /** Another total. */
    static byte[] total(byte[] body, int more) {
        return page(body, page -> {
            int total = page.path("totalRecords").asInt();
            page.put("totalRecords", Integer.toString(Math.max(0, total + more)));
        });
    }

    private static byte[] page(byte[] body, Consumer<ObjectNode> change) {
        try {
            JsonNode envelope = MAPPER.readTree(body);
            if (envelope.path("response") instanceof ObjectNode page
                    && page.path("results").isArray()) {
                change.accept(page);
                return MAPPER.writeValueAsBytes(envelope);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
