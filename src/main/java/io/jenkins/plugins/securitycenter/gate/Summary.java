package io.jenkins.plugins.securitycenter.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * What a build keeps of its findings beside the findings themselves: numbers and verdicts, as one text. A text, because
 * Jenkins' XStream writes records to build.xml but cannot read them back.
 */
public record Summary(Changes changes, Verdict verdict) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, null))
            .disable(JsonWriteFeature.QUOTE_FIELD_NAMES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    /** The same findings, of a scan that reached no host although it should have. */
    public Summary ofNothing() {
        return new Summary(changes, verdict.ofNothing());
    }

    /**
     * JSON on one line, in ASCII since XML forbids some characters, without what is zero or empty, and with few quotes, which take six characters each in XML;
     * compressed when there are many gates: below 5,000 characters for 200 of them, however many findings there are.
     */
    public String toText() {
        try {
            return Packed.pack(MAPPER.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write the summary as JSON.", e);
        }
    }

    /** Whether nothing is missing, which a stored summary may. */
    private boolean complete() {
        return changes != null
                && changes.complete()
                && verdict != null
                && verdict.gates().stream().allMatch(GateVerdict::complete);
    }

    /**
     * Reads what {@link #toText()} wrote, in this version or another one.
     *
     * @throws IllegalArgumentException with a sentence when that is not possible
     */
    public static Summary parse(String text) {
        try {
            Summary summary = MAPPER.readValue(Packed.unpack(text), Summary.class);
            if (summary == null || !summary.complete()) {
                throw new IllegalArgumentException("The stored summary of the findings is incomplete.");
            }
            return summary;
        } catch (IOException e) {
            throw new IllegalArgumentException("The stored summary of the findings cannot be read.", e);
        }
    }
}
