package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Streams a file out of an answer. */
public final class Download implements Access.Reader<Long> {

    private static final int BUFFER = 64 * 1024;

    private final Target target;
    private final Decoder decoder;

    /** Where a file goes to. */
    @FunctionalInterface
    public interface Target {
        /** Opens the target anew, without what an earlier attempt may have left in it. */
        OutputStream open() throws IOException;
    }

    /** Turns what arrives into what is written. */
    @FunctionalInterface
    interface Decoder {
        /** The content of a body; {@link RawResult.Unusable} when there is none in it. */
        InputStream decode(InputStream body) throws IOException;
    }

    Download(Target target) {
        this(target, body -> body);
    }

    Download(Target target, Decoder decoder) {
        this.target = target;
        this.decoder = decoder;
    }

    @Override
    public Long read(Answer answer, AnswerCheck check) throws IOException {
        if (answer.status() / 100 != 2 || notAFile(answer.contentType())) {
            Envelope envelope = check.success(answer, EnvelopeReader.mapper()::readTree);
            return write(EnvelopeReader.mapper().writeValueAsBytes(envelope.response()));
        }
        try {
            return write(decoder.decode(answer.body()));
        } catch (RawResult.Unusable e) {
            throw check.unusable(answer, e.getMessage());
        }
    }

    private long write(InputStream content) throws IOException {
        try (Sink sink = new Sink(target)) {
            byte[] buffer = new byte[BUFFER];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                sink.write(buffer, length);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException();
                }
            }
            return sink.bytes;
        }
    }

    /** SecurityCenter has no HTML files; a page comes from whatever stands between. */
    private static boolean notAFile(String contentType) {
        return contentType.contains("json") || contentType.contains("html");
    }

    private long write(byte[] content) {
        try (Sink sink = new Sink(target)) {
            sink.write(content, content.length);
            return sink.bytes;
        }
    }

    /** Tells failures to write from failures to read, which may be repeated. */
    private static final class Sink implements AutoCloseable {

        private final OutputStream stream;
        private long bytes;

        Sink(Target target) {
            try {
                stream = target.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write(byte[] buffer, int length) {
            try {
                stream.write(buffer, 0, length);
                bytes += length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
