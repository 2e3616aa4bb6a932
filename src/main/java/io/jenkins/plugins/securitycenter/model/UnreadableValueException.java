package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a value of a response is missing or invalid although a decision depends on it. The message is a sentence
 * that names the field, the value and the expected format.
 */
public final class UnreadableValueException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 60;

    private final String field;
    private final String value;
    private final String need;

    /**
     * @param value the JSON value; a missing node if there was none
     * @param need the expected value, for example {@code a number from 0 to 65535}
     */
    public UnreadableValueException(String field, JsonNode value, String need) {
        this(field, value.isMissingNode() ? "" : shortened(value.toString()), need, "", null);
    }

    private UnreadableValueException(
            String field, String value, String need, String place, @Nullable UnreadableValueException cause) {
        super(
                field + (value.isEmpty() ? "" : " " + value) + place
                        + (value.isEmpty() ? " is missing; expected " : " is not valid; expected ") + need + ".",
                cause);
        this.field = field;
        this.value = value;
        this.need = need;
    }

    /**
     * Returns the same exception with the location of the value, for example {@code of plugin 19506 on 192.0.2.1 (row
     * 3)}.
     */
    public UnreadableValueException at(String place) {
        return new UnreadableValueException(field, value, need, " " + place, this);
    }

    /** Truncates a long value so that it does not obscure the sentence. */
    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
