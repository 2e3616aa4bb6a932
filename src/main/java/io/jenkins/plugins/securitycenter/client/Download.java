package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Streams a file out of an answer. */
public final class Download implements Access.Reader<Long> {

    private static final int BUFFER = 64 * 1024;

    private final Target target;
    private final Decoder decoder;
    private final FileKind kind;

    /** Where a file goes to. */
    @FunctionalInterface
    public interface Target {
        /** Opens the target anew, without what an earlier attempt may have left in it. */
        OutputStream open() throws IOException;
    }

    /** Turns what arrives into what is written. */
    @FunctionalInterface
    interface Decoder {
        /** The content of a body; {@link FileCheck.Unusable} when there is none in it. */
        InputStream decode(InputStream body) throws IOException;
    }

    /** @param kind what the decoded content must be */
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

    /** The payload of an envelope is the file, unless a certain kind of file is expected. */
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

    /** SecurityCenter has no HTML files; a page comes from whatever stands between. */
    private static boolean notAFile(String contentType) {
        return contentType.contains("json") || contentType.contains("html");
    }
}
