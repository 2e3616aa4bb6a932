package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import java.util.regex.Pattern;

/** The ways to request one page of a resource. */
enum PagingStyle {
    /** Offsets in the body, both in the query and next to it, because servers read them in different places. */
    ANALYSIS {
        @Override
        Request page(Request request, long start, long end) {
            if (!(request.body() instanceof Request.Body.Json json)
                    || !json.value().isObject()) {
                return request;
            }
            ObjectNode body = json.value().deepCopy();
            body.put("startOffset", start).put("endOffset", end);
            if (body.get("query") instanceof ObjectNode query) {
                query.put("startOffset", start).put("endOffset", end);
            }
            return request.body(new Request.Body.Json(body)).effect(Request.Effect.READS);
        }
    },
    /** Offsets in the query string. */
    OFFSETS {
        @Override
        Request page(Request request, long start, long end) {
            return request.query("startOffset", Long.toString(start)).query("endOffset", Long.toString(end));
        }
    },
    /** Offsets in the query string, with additional parameters that enable paging. */
    HOSTS {
        @Override
        Request page(Request request, long start, long end) {
            return OFFSETS.page(request, start, end)
                    .query("limit", Long.toString(end - start))
                    .query("pagination", "true")
                    .effect(Request.Effect.READS);
        }
    },
    /**
     * Offsets in the query string of lists that are unpaged by default; a server without support for paging sends all
     * rows.
     */
    LISTS {
        @Override
        Request page(Request request, long start, long end) {
            return OFFSETS.page(request, start, end).query("paginated", "true");
        }
    };

    private static final Pattern PLUGINS = Pattern.compile("/plugin|/pluginFamily/[^/]+/plugins");

    abstract Request page(Request request, long start, long end);

    static PagingStyle of(Request request) {
        String path = request.path();
        if (path.equals("/analysis")) {
            return ANALYSIS;
        }
        if (path.equals("/hosts") || path.equals("/hosts/search")) {
            return HOSTS;
        }
        return PLUGINS.matcher(path).matches() ? OFFSETS : LISTS;
    }

    /** Returns whether the resource is always paged, even without offsets in the request. */
    static boolean needed(Request request) {
        return of(request) != LISTS;
    }
}
