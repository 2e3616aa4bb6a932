package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Streams a file from a response. */
public final class Download implements Access.Reader<Long> {

    private static final int BUFFER = 64 * 1024;

    private final Target target;
    private final Decoder decoder;
    private final FileKind kind;

    /** The destination of a file. */
    @FunctionalInterface
    public interface Target {
        /** Opens the target and discards what an earlier attempt may have written. */
        OutputStream open() throws IOException;
    }

    /** Decodes the body of a response. */
    @FunctionalInterface
    interface Decoder {
        /**
         * Returns the content of a body.
         *
         * @throws FileCheck.Unusable if the body does not contain a usable file
         */
        InputStream decode(InputStream body) throws IOException;
    }

    /** @param kind the expected type of the decoded content */
    Download(Target target, Decoder decoder, FileKind kind) {
        this.target = target;
        this.decoder = decoder;
        this.kind = kind;
    }

    Download(Target target, FileKind kind) {
        this(target, body -> body, kind);
    }

    @Override
    public Long read(Answer answer, AnswerCheck check) throws IOException {
        if (answer.status() / 100 != 2 || notAFile(answer.contentType())) {
            return payload(answer, check);
        }
        try {
            InputStream content = decoder.decode(answer.body());
            byte[] head = new byte[BUFFER];
            int length = content.readNBytes(head, 0, BUFFER);
            if (length < BUFFER && FileCheck.json(head, length)) {
                ByteArrayInputStream whole = new ByteArrayInputStream(head, 0, length);
                if (envelope(answer.with(whole))) {
                    whole.reset();
                    return payload(answer.with(whole), check);
                }
            }
            FileCheck file = new FileCheck(kind);
            file.begin(head, length);
            return write(content, head, length, file);
        } catch (FileCheck.Unusable e) {
            throw check.unusable(answer, e.getMessage());
        }
    }

    /** Writes the payload of an envelope as the file, unless a specific file type is expected. */
    private long payload(Answer answer, AnswerCheck check) throws IOException {
        if (kind != FileKind.ANY) {
            check.success(answer, EnvelopeReader.mapper()::readTree);
            throw check.unusable(answer, "the response is JSON instead of " + kind.label() + ".");
        }
        PayloadFile file = new PayloadFile(target);
        return file.end(check.success(answer, file));
    }

    private static boolean envelope(Answer answer) throws IOException {
        try {
            EnvelopeReader.read(answer);
            return true;
        } catch (EnvelopeReader.NotAnEnvelope | JsonProcessingException e) {
            return false;
        }
    }

    private long write(InputStream content, byte[] buffer, int first, FileCheck file) throws IOException {
        try (FileSink sink = new FileSink(target)) {
            for (int length = first; length >= 0; length = content.read(buffer)) {
                file.part(buffer, length);
                sink.write(buffer, 0, length);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException();
                }
            }
            file.end();
            return sink.bytes();
        }
    }

    /**
     * Returns whether the content type rules out a file; SecurityCenter has no HTML files, so a page comes from a proxy
     * or firewall.
     */
    private static boolean notAFile(String contentType) {
        return contentType.contains("json") || contentType.contains("html");
    }
}
