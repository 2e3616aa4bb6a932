package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.resource.UploadedFile;

/**
 * Uploads files to the server ({@code /file}). The server deletes them with the session, so they must be used over the
 * same connection.
 */
public final class Uploads {

    private static final int LONGEST_NAME = 100;

    private final SecurityCenter server;

    public Uploads(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Uploads a file as a stream.
     *
     * @param fileName the name of the file; folders are removed, and characters that newer versions reject are replaced
     */
    public UploadedFile send(String fileName, Request.ContentSupplier content)
            throws SecurityCenterException, InterruptedException {
        String name = plain(fileName);
        String operation = "upload file " + name;
        Request request = Request.of(Request.Method.POST, "/file/upload", new Request.Body.Upload(name, content))
                .toDo(operation);
        UploadedFile file = UploadedFile.of(Attributes.of(server.call(request)));
        if (file.name().isEmpty()) {
            throw UnexpectedResponseException.lacks(
                    "file name", new Attempt(server.endpoint().name(), operation));
        }
        return file;
    }

    /** Deletes an uploaded file. */
    public void clear(UploadedFile file) throws SecurityCenterException, InterruptedException {
        Request request = Request.post(
                "/file/clear", JsonNodeFactory.instance.objectNode().put("filename", file.name()));
        server.call(request.toDo("remove uploaded file " + file.originalName()));
    }

    private static String plain(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String name = last.replaceAll("[^A-Za-z0-9._-]", "_");
        String end = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        return end.isEmpty() ? "file" : end;
    }
}
