package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sends a request whose response contains records, and reads them. A placeholder for a missing record ({@code {}},
 * {@code []}, an empty string, null, the id -1) is never taken for a record without values.
 */
public final class ResourceReader {

    private static final int OK = 200;

    private final SecurityCenter server;
    private final Request request;

    public ResourceReader(SecurityCenter server, Request request) {
        this.server = server;
        this.request = request;
    }

    /** Returns the record that the path of the request identifies; throws an exception if the response is another one. */
    public <T> T existing(Function<Attributes, T> reader) throws SecurityCenterException, InterruptedException {
        JsonNode answer = server.call(request);
        String asked = request.path().substring(request.path().lastIndexOf('/') + 1);
        Attributes record = record(answer);
        String id = understood(() -> record.id("id"));
        // a record can also be requested by its UUID
        if (isNumber(asked) && isNumber(id) && !id.equals(asked)) {
            throw unexpected("the response contains the one with ID " + id
                    + " instead; check whether a proxy changes or caches responses.");
        }
        return one(answer, reader, unexpected("it does not exist, or the account cannot use it."));
    }

    private static boolean isNumber(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Attributes record(JsonNode answer) {
        return Attributes.of(answer.isArray() ? answer.path(0) : answer);
    }

    /**
     * Returns the record that the request created or changed; the first one if the response contains several.
     *
     * @param what the name of the record in messages
     * @param part extracts the part of the response that contains the record
     */
    public <T> T readRecord(String what, UnaryOperator<JsonNode> part, Function<Attributes, T> reader)
            throws SecurityCenterException, InterruptedException {
        return one(part.apply(server.call(request)), reader, UnexpectedResponseException.lacks(what, attempt()));
    }

    /** Returns an object without an id, which must have at least one value. */
    public <T> T values(Function<Attributes, T> reader) throws SecurityCenterException, InterruptedException {
        JsonNode answer = server.call(request);
        return understood(() -> reader.apply(Attributes.record("response", answer)));
    }

    /** Returns all records of a list in any format; see {@link ListReader}. */
    public <T> List<T> all(Function<Attributes, T> reader) throws SecurityCenterException, InterruptedException {
        JsonNode answer = server.call(request);
        return understood(() -> ListReader.of(answer).stream().map(reader).toList());
    }

    private <T> T one(JsonNode answer, Function<Attributes, T> reader, UnexpectedResponseException absent)
            throws UnexpectedResponseException {
        Attributes record = record(answer);
        if (understood(() -> !identified(record))) {
            throw absent;
        }
        return understood(() -> reader.apply(record));
    }

    /** Returns whether the record has an id; hosts may have only a UUID. */
    static boolean identified(Attributes record) {
        return !record.id("id").isEmpty() || !record.id("uuid").isEmpty();
    }

    /** Reads a received value; converts an invalid value to an {@link UnexpectedResponseException}. */
    public <T> T understood(Supplier<T> reading) throws UnexpectedResponseException {
        try {
            return reading.get();
        } catch (UnreadableValueException e) {
            throw unexpected(MessageText.of(e));
        }
    }

    public UnexpectedResponseException unexpected(String sentence) {
        return new UnexpectedResponseException(attempt(), OK, sentence, false, null);
    }

    private Attempt attempt() {
        return new Attempt(server.endpoint().name(), request.operation());
    }
}
