package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.NotUnderstoodException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes a call that is answered with records, and reads them. What stands for no record ({@code {}}, {@code []}, an empty
 * text, null, the id -1) never passes for one without values.
 */
final class Records {

    private static final int OK = 200;

    private final SecurityCenter server;
    private final Request request;

    Records(SecurityCenter server, Request request) {
        this.server = server;
        this.request = request;
    }

    /** The one that the path of the call names. */
    <T> T existing(Function<Attributes, T> reader) throws SecurityCenterException, InterruptedException {
        return one(server.call(request), reader, unexpected("it does not exist, or the account cannot use it."));
    }

    /**
     * The one that the call made or changed; where the server answers several, the first.
     *
     * @param what it is called in messages
     * @param part of the answer that has it
     */
    <T> T made(String what, UnaryOperator<JsonNode> part, Function<Attributes, T> reader)
            throws SecurityCenterException, InterruptedException {
        return one(part.apply(server.call(request)), reader, UnexpectedAnswerException.lacks(what, attempt()));
    }

    /** An object without an id, which has at least one value. */
    <T> T values(Function<Attributes, T> reader) throws SecurityCenterException, InterruptedException {
        JsonNode answer = server.call(request);
        return understood(() -> reader.apply(Attributes.record("response", answer)));
    }

    /** All in a list of any shape; see {@link Listing}. */
    <T> List<T> all(Function<Attributes, T> reader) throws SecurityCenterException, InterruptedException {
        JsonNode answer = server.call(request);
        return understood(() -> Listing.of(answer).stream().map(reader).toList());
    }

    private <T> T one(JsonNode answer, Function<Attributes, T> reader, UnexpectedAnswerException absent)
            throws UnexpectedAnswerException {
        Attributes record = Attributes.of(answer.isArray() ? answer.path(0) : answer);
        if (understood(() -> !identified(record))) {
            throw absent;
        }
        return understood(() -> reader.apply(record));
    }

    /** Whether the record has an id; hosts may only have a uuid. */
    static boolean identified(Attributes record) {
        return !record.id("id").isEmpty() || !record.id("uuid").isEmpty();
    }

    /** Reads what has come already; a value that is not understood makes the answer an unexpected one. */
    <T> T understood(Supplier<T> reading) throws UnexpectedAnswerException {
        try {
            return reading.get();
        } catch (NotUnderstoodException e) {
            throw unexpected(e.getMessage());
        }
    }

    UnexpectedAnswerException unexpected(String sentence) {
        return new UnexpectedAnswerException(attempt(), OK, sentence, false, null);
    }

    private Attempt attempt() {
        return new Attempt(server.endpoint().name(), request.operation());
    }
}
