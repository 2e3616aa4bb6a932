package io.jenkins.plugins.securitycenter.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The counts and verdicts that a build stores in build.xml in addition to its findings, as one string: XStream in
 * Jenkins writes records but cannot read them.
 */
public record RecordSummary(
        StateCounts changes,
        Verdict verdict,
        CheckedHosts checked,
        SuppressionReport suppressions,
        List<TopFix> fixes) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, null))
            .disable(JsonWriteFeature.QUOTE_FIELD_NAMES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    /** Sets what an earlier version did not store. */
    public RecordSummary {
        checked = checked == null ? CheckedHosts.NONE : checked;
        suppressions = suppressions == null ? SuppressionReport.NONE : suppressions;
        fixes = fixes == null
                ? List.of()
                : fixes.stream().filter(Objects::nonNull).limit(TopFix.MOST).toList();
    }

    /** Creates a summary without fixes. */
    public RecordSummary(StateCounts changes, Verdict verdict, CheckedHosts checked, SuppressionReport suppressions) {
        this(changes, verdict, checked, suppressions, List.of());
    }

    /** Creates a summary of a scan whose hosts are unknown, without suppressions. */
    public RecordSummary(StateCounts changes, Verdict verdict) {
        this(changes, verdict, CheckedHosts.NONE, SuppressionReport.NONE);
    }

    /** Returns this summary with the fixes that remove the most risk. */
    public RecordSummary withFixes(List<TopFix> top) {
        return new RecordSummary(changes, verdict, checked, suppressions, top);
    }

    /** Returns this summary for a scan that reached no host although it should have. */
    public RecordSummary ofNothing() {
        return new RecordSummary(changes, verdict.ofNothing(), checked, suppressions, fixes);
    }

    /** Returns this summary with the verdicts on the quality of the scan. */
    public RecordSummary ofQuality(List<QualityVerdict> verdicts) {
        return new RecordSummary(changes, verdict.ofQuality(verdicts), checked, suppressions, fixes);
    }

    /**
     * Returns the summary as one line of JSON. It is ASCII, because XML forbids some characters; it omits values that
     * are zero or empty; and it uses few quotation marks, because each takes six characters in XML. With many gates it
     * is compressed: less than 5,000 characters for 200 gates, regardless of the number of findings, about 10
     * characters for each named host, and up to 300 for each fix.
     */
    public String toText() {
        try {
            return CompactText.pack(MAPPER.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write the summary as JSON.", e);
        }
    }

    /** Returns whether all parts are present; a stored summary may lack some. */
    private boolean complete() {
        return changes != null
                && changes.complete()
                && verdict != null
                && verdict.gates().stream().allMatch(GateVerdict::complete)
                && verdict.quality().stream().allMatch(QualityVerdict::complete);
    }

    /**
     * Parses the result of {@link #toText()} from this or another version.
     *
     * @throws IllegalArgumentException if it is damaged or incomplete; the message is shown to users
     */
    public static RecordSummary parse(String text) {
        try {
            RecordSummary summary = MAPPER.readValue(CompactText.unpack(text), RecordSummary.class);
            if (summary == null || !summary.complete()) {
                throw new IllegalArgumentException("The stored summary of the findings is incomplete.");
            }
            return summary;
        } catch (IOException e) {
            throw new IllegalArgumentException("The stored summary of the findings cannot be read.", e);
        }
    }
}
