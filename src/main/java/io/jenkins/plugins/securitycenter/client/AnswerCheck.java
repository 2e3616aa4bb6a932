package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.jenkins.plugins.securitycenter.client.EnvelopeReader.NotAnEnvelope;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.MessageText;
import io.jenkins.plugins.securitycenter.model.NotUnderstoodException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Accepts an answer of SecurityCenter, or says what is wrong with it. */
final class AnswerCheck {

    /** What a sentence repeats of a message, in characters. */
    private static final int LONGEST = 700;

    private final Attempt attempt;
    private final UnaryOperator<String> redaction;

    /** @param redaction takes secrets out of what the server says */
    AnswerCheck(Attempt attempt, UnaryOperator<String> redaction) {
        this.attempt = attempt;
        this.redaction = redaction;
    }

    /** Reads an envelope, successful or not; only what is no envelope, or comes from an overloaded server, is refused. */
    Envelope envelope(Answer answer, EnvelopeReader.Payload payload) throws IOException {
        try {
            Envelope read = EnvelopeReader.read(answer, payload);
            if (overloaded(answer.status())) {
                throw overload(answer, clean(read).errorMessage());
            }
            return clean(read);
        } catch (JsonEOFException e) {
            throw UnreachableException.answerLost(attempt, "the response ended prematurely.", e);
        } catch (AnswerLimits.Exceeded e) {
            throw UnexpectedAnswerException.tooLarge(attempt, answer.status(), e.getMessage());
        } catch (StreamConstraintsException e) {
            throw unusable(answer, "the response cannot be parsed: " + AnswerLimits.sentence(e));
        } catch (NotUnderstoodException e) {
            throw unusable(answer, redaction.apply(e.getMessage()));
        } catch (NotAnEnvelope | JsonProcessingException e) {
            throw foreign(answer);
        }
    }

    /** Reads an envelope whose call succeeded. */
    Envelope success(Answer answer, EnvelopeReader.Payload payload) throws IOException {
        return successful(envelope(answer, payload));
    }

    /** Reads an envelope, unless it is a refusal that a new session or a little time may turn into a success. */
    Envelope settled(Answer answer, EnvelopeReader.Payload payload) throws IOException {
        Envelope envelope = envelope(answer, payload);
        if (envelope.successful()) {
            return envelope;
        }
        RefusedException refusal = refusal(envelope);
        if (refusal.sessionInvalid() || refusal.unexplained() || refusal.passing()) {
            throw refusal;
        }
        return envelope;
    }

    private Envelope successful(Envelope envelope) throws RefusedException {
        if (!envelope.successful()) {
            throw refusal(envelope);
        }
        return envelope;
    }

    private RefusedException refusal(Envelope envelope) {
        return new RefusedException(attempt, envelope.httpStatus(), envelope.errorCode(), envelope.errorMessage());
    }

    /** A file came, but not one that can be used. */
    UnexpectedAnswerException unusable(Answer answer, String reason) {
        return new UnexpectedAnswerException(attempt, answer.status(), reason, false, null);
    }

    private Envelope clean(Envelope read) {
        return new Envelope(
                read.httpStatus(),
                read.errorCode(),
                MessageText.clean(redaction.apply(read.errorMessage())),
                read.warnings().stream().map(redaction).map(MessageText::clean).toList(),
                read.response());
    }

    /** SecurityCenter itself says that it cannot answer at the moment. */
    private UnexpectedAnswerException overload(Answer answer, String said) {
        String reason = said.isEmpty() ? reason(answer) : sentence(said);
        return new UnexpectedAnswerException(attempt, answer.status(), reason, true, retryAfter(answer));
    }

    private UnexpectedAnswerException foreign(Answer answer) {
        int status = answer.status();
        boolean passing = overloaded(status) || status / 100 == 2;
        return UnexpectedAnswerException.foreign(attempt, status, reason(answer), passing, retryAfter(answer));
    }

    private static Duration retryAfter(Answer answer) {
        return RetryAfter.of(answer, Instant.now()).orElse(null);
    }

    /** SecurityCenter's messages have several lines. */
    static String sentence(String message) {
        String line = MessageText.shortened(String.join(" ", message.lines().toList()), LONGEST);
        return line.endsWith(".") ? line : line + ".";
    }

    private static boolean overloaded(int status) {
        return status == UnexpectedAnswerException.TOO_MANY || status >= 500;
    }

    private static String reason(Answer answer) {
        return AnswerReason.of(answer.status(), answer.contentType().contains("html"));
    }
}
