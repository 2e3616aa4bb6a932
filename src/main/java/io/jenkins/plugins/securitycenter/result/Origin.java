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

    /**
     * @param scanResultId empty for findings of more than one scan
     * @param url the page in SecurityCenter; empty without a scan result
     * @param reference the build that was compared with, by its full name and number; empty for none
     */
    public Origin(String server, String scanResultId, String url, String reference) {
        this.server = Text.xml(server);
        this.scanResultId = Text.xml(scanResultId);
        this.url = Text.xml(url);
        this.reference = Text.xml(reference);
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
}
