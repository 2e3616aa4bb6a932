package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.document.HtmlReport;
import io.jenkins.plugins.securitycenter.document.RecordContent;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Sends the HTML file of a record as a download; responds with status 503 if too many downloads are running. */
record HtmlResponse(FindingsAction action, RecordContent content) implements HttpResponse {

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        DownloadResponse.limited(request, response, node, () -> {
            DownloadResponse.head(action, "text/html;charset=UTF-8", "html", response);
            HtmlReport.write(content, response.getOutputStream());
        });
    }
}
