package io.jenkins.plugins.securitycenter.client.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader.NotAnEnvelopeException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Accepts a response of SecurityCenter, or throws an exception that says what is wrong with it. */
public final class ResponseCheck {

    /** The maximum number of characters of a server message in a sentence. */
    private static final int LONGEST = 700;

    private final Attempt attempt;
    private final UnaryOperator<String> redaction;

    /** @param redaction removes secrets from messages of the server */
    public ResponseCheck(Attempt attempt, UnaryOperator<String> redaction) {
        this.attempt = attempt;
        this.redaction = redaction;
    }

    /**
     * Reads an envelope, whether or not the request succeeded; rejects responses that are not an envelope or come from
     * an overloaded server.
     */
    Envelope envelope(Response answer, EnvelopeReader.Payload payload) throws IOException {
        try {
            Envelope read = EnvelopeReader.read(answer, payload);
            if (overloaded(answer.status())) {
                throw overload(answer, clean(read).errorMessage());
            }
            return clean(read);
        } catch (JsonEOFException e) {
            throw UnreachableException.answerLost(attempt, "the response ended prematurely.", e);
        } catch (ResponseLimits.LimitExceededException e) {
            throw UnexpectedResponseException.tooLarge(attempt, answer.status(), MessageText.of(e));
        } catch (StreamConstraintsException e) {
            throw unusable(answer, "the response cannot be parsed: " + ResponseLimits.sentence(e));
        } catch (UnreadableValueException e) {
            throw unusable(answer, redaction.apply(e.getMessage()));
        } catch (NotAnEnvelopeException | JsonProcessingException e) {
            throw foreign(answer);
        }
    }

    /** Reads an envelope and throws an exception if the request failed. */
    public Envelope success(Response answer, EnvelopeReader.Payload payload) throws IOException {
        return successful(envelope(answer, payload));
    }

    /** Reads an envelope; throws an exception only for errors that a new session or a retry may resolve. */
    public Envelope settled(Response answer, EnvelopeReader.Payload payload) throws IOException {
        Envelope envelope = envelope(answer, payload);
        if (envelope.successful()) {
            return envelope;
        }
        ErrorResponseException refusal = refusal(envelope);
        if (refusal.sessionInvalid() || refusal.unexplained() || refusal.isTemporary()) {
            throw refusal;
        }
        return envelope;
    }

    private Envelope successful(Envelope envelope) throws ErrorResponseException {
        if (!envelope.successful()) {
            throw refusal(envelope);
        }
        return envelope;
    }

    private ErrorResponseException refusal(Envelope envelope) {
        return new ErrorResponseException(
                attempt, envelope.httpStatus(), envelope.errorCode(), envelope.errorMessage());
    }

    /** Returns an exception for a file that cannot be used. */
    public UnexpectedResponseException unusable(Response answer, String reason) {
        return new UnexpectedResponseException(attempt, answer.status(), reason, false, null);
    }

    private Envelope clean(Envelope read) {
        return new Envelope(
                read.httpStatus(),
                read.errorCode(),
                MessageText.clean(redaction.apply(read.errorMessage())),
                read.warnings().stream().map(redaction).map(MessageText::clean).toList(),
                read.response());
    }

    /** Returns an exception for a response in which SecurityCenter reports that it is overloaded. */
    private UnexpectedResponseException overload(Response answer, String said) {
        String reason = said.isEmpty() ? reason(answer) : sentence(said);
        return new UnexpectedResponseException(attempt, answer.status(), reason, true, retryAfter(answer));
    }

    private UnexpectedResponseException foreign(Response answer) {
        int status = answer.status();
        boolean temporary = overloaded(status) || status / 100 == 2;
        return UnexpectedResponseException.foreign(attempt, status, reason(answer), temporary, retryAfter(answer));
    }

    private static @Nullable Duration retryAfter(Response answer) {
        return RetryAfter.of(answer, Instant.now()).orElse(null);
    }

    /** Returns the message on a single line, because SecurityCenter's messages have several. */
    static String sentence(String message) {
        String line = MessageText.shortened(String.join(" ", message.lines().toList()), LONGEST);
        return line.endsWith(".") ? line : line + ".";
    }

    private static boolean overloaded(int status) {
        return status == UnexpectedResponseException.TOO_MANY || status >= 500;
    }

    private static String reason(Response answer) {
        return StatusAdvice.of(answer.status(), answer.contentType().contains("html"));
    }
}
