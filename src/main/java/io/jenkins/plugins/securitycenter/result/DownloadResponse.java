package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.function.IntPredicate;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Streams findings as a file download; responds with status 503 if too many downloads are running. */
record DownloadResponse(
        FindingsAction action, ExportFormat format, ExportOptions options, StoredFindings findings, IntPredicate rows)
        implements HttpResponse {

    /** Each download uses about 10 MB, JUnit XML the most. */
    static final int MOST = 4;

    static final DownloadLimit LIMIT = new DownloadLimit(MOST);

    private static final int RETRY_SECONDS = 10;

    /** Sends the content of a file. */
    @FunctionalInterface
    interface Content {
        void send() throws IOException;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        limited(request, response, node, () -> write(response));
    }

    /** Sends the content, or responds with status 503 if too many downloads are running. */
    static void limited(StaplerRequest2 request, StaplerResponse2 response, Object node, Content content)
            throws IOException {
        if (!LIMIT.begin()) {
            response.setHeader("Retry-After", Integer.toString(RETRY_SECONDS));
            DataResponse.sentence(503, LIMIT.sentence(RETRY_SECONDS)).generateResponse(request, response, node);
            return;
        }
        try {
            content.send();
        } finally {
            LIMIT.end();
        }
    }

    /** Sets the headers of a file that browsers do not render. */
    static void head(FindingsAction action, String mediaType, String extension, StaplerResponse2 response) {
        // It needs no escaping: the ID contains only letters, digits, hyphens and underscores.
        String name = action.getId() + "-" + action.getRun().getNumber() + "." + extension;
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private void write(StaplerResponse2 response) throws IOException {
        head(action, format.mediaType(), format.extension(), response);
        try (FindingWriter writer = format.writer(new BufferedOutputStream(response.getOutputStream()), options)) {
            writer.begin();
            findings.forEach(rows, writer::write);
            if (action.isNothingScanned()) {
                writer.nothingScanned();
            }
            writer.end();
        }
    }
}
