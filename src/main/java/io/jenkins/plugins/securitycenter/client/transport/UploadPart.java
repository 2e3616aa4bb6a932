package io.jenkins.plugins.securitycenter.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/** The file of an upload: opened when it is sent, and again for every retry. */
final class UploadPart extends AbstractContentBody {

    private static final int BUFFER = 64 * 1024;

    private final Request.Body.Upload upload;

    UploadPart(Request.Body.Upload upload) {
        super(ContentType.APPLICATION_OCTET_STREAM);
        this.upload = upload;
    }

    @Override
    public String getFilename() {
        return upload.fileName();
    }

    @Override
    public long getContentLength() {
        return upload.source().length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            byte[] buffer = new byte[BUFFER];
            for (int length = read(in, buffer); length >= 0; length = read(in, buffer)) {
                out.write(buffer, 0, length);
            }
        }
    }

    private InputStream open() {
        try {
            return upload.source().open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads from the file; read failures become unchecked exceptions, to distinguish them from network failures. */
    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
