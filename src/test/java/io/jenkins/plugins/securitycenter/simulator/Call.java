package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request below {@code /rest}.
 *
 * @param segments the path's segments, decoded, without {@code rest}
 * @param headers names are not case-sensitive
 * @param certificate the common name of the client's certificate, or the empty text
 */
record Call(
        String method,
        List<String> segments,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String certificate) {
    Call {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    String path() {
        return "/" + String.join("/", segments);
    }

    /** The segment at a position, or the empty text. */
    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** A number in the query. */
    long number(String name, long otherwise) {
        String text = query(name).strip();
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The value '" + text + "' of " + name + " is not a number.");
        }
    }

    boolean is(String verb, int length) {
        return method.equals(verb) && segments.size() == length;
    }

    /** The body as an object; an absent one is an empty object. */
    ObjectNode json() {
        if (body.length == 0) {
            return Json.object();
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            return tree instanceof ObjectNode object ? object : Json.object();
        } catch (IOException e) {
            throw Refusal.badRequest("The body of the request is not valid JSON.");
        }
    }

    /** No resource takes this method or path. */
    Refusal unknown() {
        return Refusal.of(
                4, "The resource " + path() + " does not exist or does not take the method " + method + ".\n");
    }
}
