package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The origin of the findings of a build and their reference build. It is not a Java record because XStream cannot store
 * records in build.xml; characters that XML does not allow are replaced.
 */
@Restricted(NoExternalUse.class)
public final class RecordOrigin implements Serializable {

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
    private final boolean referenceChosen;
    /** Null for records that are not verifications. */
    private final @Nullable VerificationOrigin verification;
    /** Null or empty if it is not known. */
    private final String scanId;
    /** Null for records of freestyle builds, of verifications and of earlier versions. */
    private final @Nullable String step;

    /**
     * Creates the origin of findings of a complete scan or of several scans.
     *
     * @param scanResultId empty for findings of more than one scan
     * @param url the page in SecurityCenter; empty without a scan result
     * @param reference the full name and number of the reference build; empty for none
     */
    public RecordOrigin(String server, String scanResultId, String url, String reference) {
        this.server = TextSanitizer.xml(server);
        this.scanResultId = TextSanitizer.xml(scanResultId);
        this.url = TextSanitizer.xml(url);
        this.reference = TextSanitizer.xml(reference);
        this.partial = false;
        this.selection = "";
        this.nothingScanned = false;
        this.repeated = 0;
        this.missing = 0;
        this.referenceChosen = false;
        this.verification = null;
        this.scanId = "";
        this.step = null;
    }

    private RecordOrigin(
            RecordOrigin other,
            boolean partial,
            boolean nothingScanned,
            long repeated,
            long missing,
            String selection,
            boolean referenceChosen) {
        this.server = other.server;
        this.scanResultId = other.scanResultId;
        this.url = other.url;
        this.reference = other.reference;
        this.partial = partial;
        this.selection = TextSanitizer.xml(selection);
        this.nothingScanned = nothingScanned;
        this.repeated = repeated;
        this.missing = missing;
        this.referenceChosen = referenceChosen;
        this.verification = other.verification;
        this.scanId = other.scanId;
        this.step = other.step;
    }

    private RecordOrigin(
            RecordOrigin other, @Nullable VerificationOrigin verification, String scanId, @Nullable String step) {
        this.server = other.server;
        this.scanResultId = other.scanResultId;
        this.url = other.url;
        this.reference = other.reference;
        this.partial = other.partial;
        this.nothingScanned = other.nothingScanned;
        this.repeated = other.repeated;
        this.missing = other.missing;
        this.selection = other.selection;
        this.referenceChosen = other.referenceChosen;
        this.verification = verification;
        this.scanId = TextSanitizer.xml(scanId);
        this.step = step;
    }

    /** Returns a copy for the record of a verification. */
    public RecordOrigin verifiedBy(VerificationOrigin verified) {
        return new RecordOrigin(this, verified, scanId(), step);
    }

    /** Returns a copy with the ID of the scan whose result has the findings. */
    public RecordOrigin foundBy(String id) {
        return new RecordOrigin(this, verification, id, step);
    }

    /** Returns a copy for a pipeline step, which finds its record by that key after a restart; empty for none. */
    public RecordOrigin ofStep(String key) {
        return new RecordOrigin(this, verification, scanId(), key.isEmpty() ? null : key);
    }

    /** Returns whether the pipeline step with that key made the record. */
    public boolean isOfStep(String key) {
        return key.equals(step);
    }

    /** Returns the ID of the scan whose result has the findings; empty if it is not known. */
    public String scanId() {
        return scanId == null ? "" : scanId;
    }

    /** Returns what the record of a verification adds; empty for other records. */
    public Optional<VerificationOrigin> verification() {
        return Optional.ofNullable(verification);
    }

    /** Returns a copy that states whether the scan is partial. */
    public RecordOrigin ofScan(boolean partialScan) {
        return new RecordOrigin(this, partialScan, nothingScanned, repeated, missing, selection(), referenceChosen);
    }

    /** Returns a copy that states whether no host was scanned. */
    public RecordOrigin ofNothing(boolean nothing) {
        return new RecordOrigin(this, partial, nothing, repeated, missing, selection(), referenceChosen);
    }

    /** Returns a copy with a description of the selected findings. */
    public RecordOrigin selectedBy(String text) {
        return new RecordOrigin(this, partial, nothingScanned, repeated, missing, text, referenceChosen);
    }

    /** Returns a copy with the completeness of reading; see {@link #repeated()} and {@link #missing()}. */
    public RecordOrigin read(long repeatedRows, long missingRows) {
        return new RecordOrigin(this, partial, nothingScanned, repeatedRows, missingRows, selection(), referenceChosen);
    }

    /** Returns a copy that states whether a user chose the reference; see {@link ReferenceChoice}. */
    public RecordOrigin referenceChosen(boolean chosen) {
        return new RecordOrigin(this, partial, nothingScanned, repeated, missing, selection(), chosen);
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

    /** Returns whether a user chose the reference, so that builds between it and this one may have passed. */
    public boolean referenceChosen() {
        return referenceChosen;
    }

    /** Returns whether findings may be missing: the scan is partial, or the server did not send all findings. */
    public boolean partial() {
        return partial || missing > 0;
    }

    /** Returns whether the scan did not reach all of its targets. */
    public boolean partialScan() {
        return partial;
    }

    /** Returns the number of rows that were received more than once; each is counted once, with the worst values. */
    public long repeated() {
        return repeated;
    }

    /** Returns the number of findings that the server counts but did not send. */
    public long missing() {
        return missing;
    }

    /** Returns warnings about reading the findings: one for missing findings, one for repeated rows. */
    public List<String> readingTexts() {
        List<String> texts = new ArrayList<>();
        if (missing > 0) {
            texts.add(
                    "The findings are incomplete, so the build is unstable: even after retries, SecurityCenter did not send "
                            + Digits.counted(missing, "finding") + " that it counts"
                            + ", and sent others twice.");
        }
        if (repeated > 0) {
            texts.add(
                    repeated == 1
                            ? "1 row was received more than once and counted once, with the worst values."
                            : Digits.grouped(repeated)
                                    + " rows were received more than once; each was counted once, with the worst values.");
        }
        return texts;
    }

    /** Returns whether no host was scanned, so that it is unknown whether there are vulnerabilities. */
    public boolean nothingScanned() {
        return nothingScanned;
    }

    /** Returns the warning that no host was scanned. */
    public String nothingText() {
        String where = scanResultId.isEmpty()
                ? "in the repositories and assets of the query"
                : "in scan result " + scanResultId;
        return "No host was scanned " + where + ", so it is unknown whether there are vulnerabilities.";
    }

    /** Returns a description of the selected findings; empty if unknown. */
    public String selection() {
        return selection == null ? "" : selection;
    }
}
