package io.jenkins.plugins.securitycenter.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A response that browsers do not render as a page. */
record DataResponse(int status, String mediaType, Body body) implements HttpResponse {

    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    static DataResponse json(int status, Body body) {
        return new DataResponse(status, "application/json;charset=UTF-8", body);
    }

    static DataResponse sentence(int status, String sentence) {
        return new DataResponse(
                status, "text/plain;charset=UTF-8", out -> out.write(sentence.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-cache, no-store, must-revalidate");
        body.write(response.getOutputStream());
    }
}
