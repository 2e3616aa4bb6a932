package io.jenkins.plugins.securitycenter.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What goes wrong with a request. */
sealed interface Fault {

    /** An answer that comes instead of the server's, which never sees the request. */
    record Canned(int status, String contentType, String body, Map<String, String> headers) implements Fault {}

    /** An envelope that comes instead of the server's own. */
    record Enveloped(int status, int code, String message, Map<String, String> headers) implements Fault {}

    /** The connection is reset; {@code processed} says whether the request took effect before. */
    record Reset(boolean processed) implements Fault {}

    /** The connection ends in the middle of the body, which was announced by its length or is chunked. */
    record Cut(boolean chunked) implements Fault {}

    /** The first half of the body comes as if it were all of it. */
    record Truncated() implements Fault {}

    /** No answer for a minute, then a reset. */
    record Hang(boolean processed) implements Fault {}

    /** Processed; another body comes than the server's, with these headers beside its own. */
    record Changed(UnaryOperator<byte[]> change, Map<String, String> headers) implements Fault {}

    /** Answered properly, but the connection ends behind the answer without a word. */
    record Closing() implements Fault {}

    /** The answer comes late. */
    record Slow(Duration delay) implements Fault {}
}
