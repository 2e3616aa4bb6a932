package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.report.Text;
import java.io.Serializable;

/**
 * Where the findings of a build came from and what they were compared with. No record, since build.xml cannot hold one;
 * nor can it hold every character.
 */
public final class Origin implements Serializable {

    private static final long serialVersionUID = 1;

    private final String server;
    private final String scanResultId;
    private final String url;
    private final String reference;
    private final boolean partial;

    /**
     * Of a scan that reached all of its targets, or of several scans.
     *
     * @param scanResultId empty for findings of more than one scan
     * @param url the page in SecurityCenter; empty without a scan result
     * @param reference the build that was compared with, by its full name and number; empty for none
     */
    public Origin(String server, String scanResultId, String url, String reference) {
        this(server, scanResultId, url, reference, false);
    }

    private Origin(String server, String scanResultId, String url, String reference, boolean partial) {
        this.server = Text.xml(server);
        this.scanResultId = Text.xml(scanResultId);
        this.url = Text.xml(url);
        this.reference = Text.xml(reference);
        this.partial = partial;
    }

    /** The same origin, of a scan that is partial or not. */
    public Origin ofScan(boolean partialScan) {
        return new Origin(server, scanResultId, url, reference, partialScan);
    }

    public String server() {
        return server;
    }

    public String scanResultId() {
        return scanResultId;
    }

    public String url() {
        return url;
    }

    public String reference() {
        return reference;
    }

    /** Whether the scan did not reach all of its targets. */
    public boolean partial() {
        return partial;
    }
}
