package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value of an answer that is not understood although a decision rests on it. The message is a sentence that names the
 * field, the value and what is needed instead.
 */
public final class NotUnderstoodException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 60;

    private final String field;
    private final String value;
    private final String need;

    /**
     * @param value as it came; missing when there was none
     * @param need what is needed instead, for example {@code a number from 0 to 65535}
     */
    public NotUnderstoodException(String field, JsonNode value, String need) {
        this(field, value.isMissingNode() ? "" : shortened(value.toString()), need, "", null);
    }

    private NotUnderstoodException(
            String field, String value, String need, String place, NotUnderstoodException cause) {
        super(
                field + (value.isEmpty() ? "" : " " + value) + place
                        + (value.isEmpty() ? " is missing; expected " : " is not valid; expected ") + need + ".",
                cause);
        this.field = field;
        this.value = value;
        this.need = need;
    }

    /** The same with the place where the value was found, for example {@code of plugin 19506 on 192.0.2.1 (row 3)}. */
    public NotUnderstoodException at(String place) {
        return new NotUnderstoodException(field, value, need, " " + place, this);
    }

    /** A value of a million characters would hide the sentence. */
    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
