package io.jenkins.plugins.securitycenter.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a build keeps of its findings beside the findings themselves: numbers and verdicts, as one text. A text, because
 * Jenkins' XStream writes records to build.xml but cannot read them back.
 */
public record Summary(Changes changes, Verdict verdict) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** JSON on one line, a few hundred characters for each gate. */
    public String toText() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A summary is always JSON.", e);
        }
    }

    /**
     * Reads what {@link #toText()} wrote, in this version or another one.
     *
     * @throws IllegalArgumentException with a sentence when that is not possible
     */
    public static Summary parse(String text) {
        try {
            Summary summary = MAPPER.readValue(text, Summary.class);
            if (summary == null || summary.changes == null || summary.verdict == null) {
                throw new IllegalArgumentException("The stored summary of the findings is incomplete.");
            }
            return summary;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The stored summary of the findings cannot be read.", e);
        }
    }
}
