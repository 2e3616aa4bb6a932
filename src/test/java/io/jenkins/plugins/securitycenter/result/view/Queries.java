package io.jenkins.plugins.securitycenter.result.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads queries of addresses as a servlet container does. */
final class Queries {

    private Queries() {}

    static TableRequest parse(String query) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                add(
                        parameters,
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return TableRequest.parse(parameters);
    }

    private static void add(Map<String, String[]> parameters, String name, String value) {
        String[] before = parameters.getOrDefault(name, new String[0]);
        String[] values = Arrays.copyOf(before, before.length + 1);
        values[before.length] = value;
        parameters.put(name, values);
    }
}
