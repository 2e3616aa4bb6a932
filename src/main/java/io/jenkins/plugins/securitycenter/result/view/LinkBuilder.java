package io.jenkins.plugins.securitycenter.result.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds the query string of a URL. */
final class LinkBuilder {

    private final StringBuilder query = new StringBuilder("?");

    /** Adds a parameter unless it has its default value. */
    LinkBuilder add(String name, String value, String missing) {
        if (!value.equals(missing)) {
            query.append(query.length() > 1 ? "&" : "")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public String toString() {
        return query.toString();
    }
}
