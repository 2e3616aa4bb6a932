package io.jenkins.plugins.securitycenter.client.transport;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The size limits of a response, so that no response can exhaust the memory of Jenkins.
 *
 * @param bytes the maximum size of the body in bytes
 * @param memory the approximate maximum memory of the parsed values in bytes
 * @param textLength the maximum length of a string in bytes; longer strings are truncated
 */
public record ResponseLimits(long bytes, long memory, long textLength) {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final long MOST_BYTES = 64 * MEGABYTE;
    private static final long MOST_MEMORY = Math.min(256 * MEGABYTE, HEAP / 3);
    private static final long LONGEST_CUT_TEXT = MEGABYTE;

    /** Limits for a response that is kept as a tree; the largest known one is a plugin family with 2.7 MB of JSON. */
    public static final ResponseLimits TREE = new ResponseLimits(MOST_BYTES, MOST_MEMORY, Long.MAX_VALUE);

    /** Limits for a page of findings, whose strings come from the scanned hosts. */
    public static final ResponseLimits ROWS = new ResponseLimits(MOST_BYTES, MOST_MEMORY, LONGEST_CUT_TEXT);

    /** Limits for a response that is streamed without being kept. */
    public static final ResponseLimits PASSING = new ResponseLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** The maximum string length in characters; parsing needs five times as much memory. */
    private static final int LONGEST_TEXT = (int) Math.max(2 * MEGABYTE, Math.min(20 * MEGABYTE, HEAP / 24));

    /** The limits of the parser; {@link ResponseBytes} enforces all others. */
    static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build();

    /** Returns the approximate memory for a structural character of JSON. */
    static int weight(byte structure) {
        return switch (structure) {
            case '{' -> 160;
            case '[' -> 100;
            case ',' -> 60;
            case ':' -> 40;
            default -> 0;
        };
    }

    /** Returns the approximate memory of a value, consistent with the weight of its JSON. */
    public static long weight(JsonNode value) {
        if (value.isContainerNode()) {
            long weight = weight((byte) (value.isObject() ? '{' : '['));
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                weight += weight((byte) ':') + field.getKey().length() + weight((byte) ',') + weight(field.getValue());
            }
            for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
                weight += weight((byte) ',') + weight(element);
            }
            return weight;
        }
        return value.isTextual() ? value.textValue().length() : 0;
    }

    /**
     * Checks the limits.
     *
     * @throws LimitExceededException if a limit is exceeded
     */
    void check(long readBytes, long readMemory) throws LimitExceededException {
        if (readBytes > bytes) {
            throw new LimitExceededException(
                    "the response is larger than " + megabytes(bytes) + "; request fewer fields.");
        }
        if (readMemory > memory) {
            throw new LimitExceededException(
                    "the response needs more than " + megabytes(memory)
                            + " of memory (the limit is a third of Jenkins' heap, at most 256 MB); request fewer fields or rows.");
        }
    }

    /** Returns a clause that names the limit that the parser found exceeded. */
    static String sentence(StreamConstraintsException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("MaxString")) {
            return "one of its strings or numbers is longer than " + megabytes(LONGEST_TEXT)
                    + "; request fewer fields.";
        }
        if (message.contains("MaxNesting")) {
            return "its objects and lists are nested more than " + CONSTRAINTS.getMaxNestingDepth() + " levels deep.";
        }
        if (message.contains("MaxNumber")) {
            return "one of its numbers has more than " + CONSTRAINTS.getMaxNumberLength() + " digits.";
        }
        if (message.contains("MaxName")) {
            return "one of its field names is longer than " + CONSTRAINTS.getMaxNameLength() + " characters.";
        }
        return "it is too large to parse; request fewer fields.";
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    /** Thrown if a response exceeds a limit; one with fewer rows may not. */
    static final class LimitExceededException extends IOException {

        private static final long serialVersionUID = 1;

        LimitExceededException(String sentence) {
            super(sentence);
        }
    }
}
