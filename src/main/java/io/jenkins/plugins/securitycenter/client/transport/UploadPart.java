package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

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
        long announced = getContentLength();
        long sent = 0;
        try (InputStream in = open()) {
            byte[] buffer = new byte[BUFFER];
            for (int length = read(in, buffer); length >= 0; length = read(in, buffer)) {
                sent += length;
                if (announced >= 0 && sent > announced) {
                    throw changed();
                }
                out.write(buffer, 0, length);
            }
        }
        // the server must not take a part for the whole file
        if (announced >= 0 && sent < announced) {
            throw changed();
        }
    }

    private InputStream open() {
        try {
            return upload.source().open();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads from the file; read failures become unchecked exceptions, to distinguish them from network failures. */
    private int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UnreadableFileException unreadable(IOException e) {
        return new UnreadableFileException(
                "File \"" + upload.fileName() + "\" cannot be read (" + failure(e) + "); check the file and the agent.",
                e);
    }

    /** Returns the type too, because the message of some exceptions is only the path. */
    private static String failure(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private UnreadableFileException changed() {
        return new UnreadableFileException(
                "File \"" + upload.fileName() + "\" has changed while it was uploaded; upload it when it is complete.",
                null);
    }

    /** Thrown if the file cannot be read, which is not a failure of the connection. */
    static final class UnreadableFileException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        UnreadableFileException(String sentence, @Nullable Throwable cause) {
            super(MessageText.line(sentence), cause);
        }
    }
}
