package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.fuzz.FuzzInput;
import java.io.OutputStream;

/** A byte for what is asked and for the type of the content, and the body of the answer. */
public final class DownloadFuzz {

    private static final String[] TYPES = {
        "application/octet-stream",
        "application/zip",
        "application/pdf",
        "text/xml",
        "application/json",
        "text/html",
        ""
    };

    private DownloadFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws InterruptedException {
        FuzzInput input = new FuzzInput(bytes);
        int which = input.next();
        String type = TYPES[which / 2 % TYPES.length];
        try (SecurityCenter server = OneAnswer.server(200, type, input.rest())) {
            if (which % 2 == 0) {
                new ScanResults(server).export("1", OutputStream::nullOutputStream);
            } else {
                new ScanResults(server).download("1", OutputStream::nullOutputStream);
            }
        } catch (SecurityCenterException e) {
            e.getMessage().length();
        }
    }
}
