package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.report.Text;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

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
    private final String selection;
    private final boolean nothingScanned;
    private final long repeated;
    private final long missing;

    /**
     * Of a scan that reached all of its targets, or of several scans.
     *
     * @param scanResultId empty for findings of more than one scan
     * @param url the page in SecurityCenter; empty without a scan result
     * @param reference the build that was compared with, by its full name and number; empty for none
     */
    public Origin(String server, String scanResultId, String url, String reference) {
        this.server = Text.xml(server);
        this.scanResultId = Text.xml(scanResultId);
        this.url = Text.xml(url);
        this.reference = Text.xml(reference);
        this.partial = false;
        this.selection = "";
        this.nothingScanned = false;
        this.repeated = 0;
        this.missing = 0;
    }

    private Origin(
            Origin other, boolean partial, boolean nothingScanned, long repeated, long missing, String selection) {
        this.server = other.server;
        this.scanResultId = other.scanResultId;
        this.url = other.url;
        this.reference = other.reference;
        this.partial = partial;
        this.selection = Text.xml(selection);
        this.nothingScanned = nothingScanned;
        this.repeated = repeated;
        this.missing = missing;
    }

    /** The same origin, of a scan that is partial or not. */
    public Origin ofScan(boolean partialScan) {
        return new Origin(this, partialScan, nothingScanned, repeated, missing, selection());
    }

    /** The same origin, where a host was scanned or not. */
    public Origin ofNothing(boolean nothing) {
        return new Origin(this, partial, nothing, repeated, missing, selection());
    }

    /** The same origin, of the findings that such a text describes. */
    public Origin selectedBy(String text) {
        return new Origin(this, partial, nothingScanned, repeated, missing, text);
    }

    /** The same origin, read with such a result; see {@link #repeated()} and {@link #missing()}. */
    public Origin read(long repeatedRows, long missingRows) {
        return new Origin(this, partial, nothingScanned, repeatedRows, missingRows, selection());
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

    /** Whether findings may be missing: the scan did not reach all of its targets, or the server not answer all. */
    public boolean partial() {
        return partial || missing > 0;
    }

    /** Whether the scan did not reach all of its targets. */
    public boolean partialScan() {
        return partial;
    }

    /** How many rows the server sent more than once, of which the worse counts. */
    public long repeated() {
        return repeated;
    }

    /** How many findings the server counts that it did not send. */
    public long missing() {
        return missing;
    }

    /** What has to be said of reading the findings: one sentence for what is missing, one for what came repeatedly. */
    public List<String> readingTexts() {
        List<String> texts = new ArrayList<>();
        if (missing > 0) {
            texts.add("The findings are incomplete, so the build is unstable: SecurityCenter did not send " + missing
                    + " of the findings that it counts and sent others twice instead, even after retries.");
        }
        if (repeated > 0) {
            texts.add(repeated + (repeated == 1 ? " row" : " rows")
                    + " were received more than once; only the most severe copy was counted.");
        }
        return texts;
    }

    /** Whether no host was scanned, so that the absence of findings says nothing. */
    public boolean nothingScanned() {
        return nothingScanned;
    }

    /** That no host was scanned, as a sentence. */
    public String nothingText() {
        String where = scanResultId.isEmpty()
                ? "scanned in the repositories and assets of the query"
                : "reached in scan result " + scanResultId;
        return "No host was " + where + ", so the absence of findings proves nothing.";
    }

    /** Which of the findings there were recorded; empty when that is not known. */
    public String selection() {
        return selection == null ? "" : selection;
    }
}
