package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** How a resource is asked for one of its pages. */
enum Paging {
    /** Offsets in the body, both beside the query and in it, since servers differ in where they look. */
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
    /** Offsets in the address. */
    OFFSETS {
        @Override
        Request page(Request request, long start, long end) {
            return request.query("startOffset", Long.toString(start)).query("endOffset", Long.toString(end));
        }
    },
    /** Offsets in the address, with words of its own that switch paging on. */
    HOSTS {
        @Override
        Request page(Request request, long start, long end) {
            return OFFSETS.page(request, start, end)
                    .query("limit", Long.toString(end - start))
                    .query("pagination", "true")
                    .effect(Request.Effect.READS);
        }
    },
    /** Offsets in the address of lists that come whole unless asked; a server that knows no better sends all. */
    LISTS {
        @Override
        Request page(Request request, long start, long end) {
            return OFFSETS.page(request, start, end).query("paginated", "true");
        }
    };

    private static final Pattern PLUGINS = Pattern.compile("/plugin|/pluginFamily/[^/]+/plugins");

    abstract Request page(Request request, long start, long end);

    static Paging of(Request request) {
        String path = request.path();
        if (path.equals("/analysis")) {
            return ANALYSIS;
        }
        if (path.equals("/hosts") || path.equals("/hosts/search")) {
            return HOSTS;
        }
        return PLUGINS.matcher(path).matches() ? OFFSETS : LISTS;
    }

    /** Whether the resource gives no more than a page even when it is not asked for one. */
    static boolean needed(Request request) {
        return of(request) != LISTS;
    }
}
