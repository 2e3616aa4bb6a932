package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.Response;
import io.jenkins.plugins.securitycenter.client.transport.ResponseCheck;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Streams a file from a response. */
public final class Download implements AuthenticatedClient.CheckedHandler<Long> {

    private static final int BUFFER = 64 * 1024;

    private final Target target;
    private final Decoder decoder;
    private final FileType type;

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
         * @throws FileTypeCheck.UnusableFileException if the body does not contain a usable file
         */
        InputStream decode(InputStream body) throws IOException;
    }

    /** @param type the expected type of the decoded content */
    public Download(Target target, Decoder decoder, FileType type) {
        this.target = target;
        this.decoder = decoder;
        this.type = type;
    }

    public Download(Target target, FileType type) {
        this(target, body -> body, type);
    }

    @Override
    public Long read(Response response, ResponseCheck check) throws IOException {
        if (response.status() / 100 != 2 || notAFile(response.contentType())) {
            return payload(response, check);
        }
        try {
            InputStream content = decoder.decode(response.body());
            byte[] head = new byte[BUFFER];
            int length = content.readNBytes(head, 0, BUFFER);
            if (length < BUFFER && FileTypeCheck.json(head, length)) {
                ByteArrayInputStream whole = new ByteArrayInputStream(head, 0, length);
                if (envelope(response.with(whole))) {
                    whole.reset();
                    return payload(response.with(whole), check);
                }
            }
            FileTypeCheck file = new FileTypeCheck(type);
            file.begin(head, length);
            return write(content, head, length, file);
        } catch (FileTypeCheck.UnusableFileException e) {
            throw check.unusable(response, MessageText.of(e));
        }
    }

    /** Writes the payload of an envelope as the file, unless a specific file type is expected. */
    private long payload(Response response, ResponseCheck check) throws IOException {
        if (type != FileType.ANY) {
            check.success(response, EnvelopeReader.mapper()::readTree);
            throw check.unusable(response, "the response is JSON instead of " + type.label() + ".");
        }
        PayloadWriter file = new PayloadWriter(target);
        return file.end(check.success(response, file));
    }

    private static boolean envelope(Response response) throws IOException {
        try {
            EnvelopeReader.read(response);
            return true;
        } catch (EnvelopeReader.NotAnEnvelopeException | JsonProcessingException e) {
            return false;
        }
    }

    private long write(InputStream content, byte[] buffer, int first, FileTypeCheck file) throws IOException {
        try (DownloadSink sink = new DownloadSink(target)) {
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
