package io.jenkins.plugins.securitycenter.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.Download;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.PagedResource;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Reads all pages of a response, to memory or to a file. */
final class PagedResponse {

    private static final Set<String> READING_POSTS = Set.of("/analysis", "/hosts/search");

    private PagedResponse() {}

    /** @throws IllegalArgumentException if the call cannot be paged, with a message for the user */
    static void check(Request request) {
        boolean posts = request.method() == Request.Method.POST && READING_POSTS.contains(request.path());
        if (request.method() != Request.Method.GET && !posts) {
            throw new IllegalArgumentException("pages \"all\" is not supported for " + request.method() + " "
                    + request.path() + "; use it with GET, or with POST to /analysis and /hosts/search.");
        }
        for (String offset : List.of("startOffset", "endOffset")) {
            if (request.query().containsKey(offset)) {
                throw new IllegalArgumentException("pages \"all\" and " + offset + " in query are both set; remove "
                        + offset + " to read all rows.");
            }
        }
    }

    /** @throws IllegalArgumentException if there are too many rows to keep in memory, with a message for the user */
    static JsonNode read(SecurityCenter server, Request request) throws SecurityCenterException, InterruptedException {
        try {
            return new PagedResource(server).all(request);
        } catch (PagedResource.TooManyRowsException e) {
            throw new IllegalArgumentException(e.getMessage() + " Set outputFile to read any number of rows.", e);
        }
    }

    /**
     * Writes the rows as a JSON array with one row per line. Memory use does not depend on the number of rows.
     *
     * @param rows receives the number of rows
     * @return the number of bytes
     */
    static long write(SecurityCenter server, Request request, Download.Target place, long[] rows)
            throws SecurityCenterException, InterruptedException {
        try (RowFile file = new RowFile(place)) {
            new PagedResource(server).read(request, file);
            file.end();
            rows[0] = file.rows;
            return file.bytes;
        }
    }

    private static final class RowFile implements PagedResource.RowListener, AutoCloseable {

        private static final int BUFFER = 64 * 1024;
        private final Download.Target place;
        private OutputStream out;
        private long bytes;
        private long rows;

        RowFile(Download.Target place) {
            this.place = place;
            open();
        }

        private void open() {
            try {
                out = new BufferedOutputStream(place.open(), BUFFER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void row(JsonNode row) {
            line((rows == 0 ? "[\n" : ",\n") + row);
            rows++;
        }

        @Override
        public void restart() {
            close();
            rows = 0;
            bytes = 0;
            open();
        }

        void end() {
            line(rows == 0 ? "[]\n" : "\n]\n");
        }

        private void line(String text) {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            bytes += content.length;
            try {
                out.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
