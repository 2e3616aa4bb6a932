package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;

/**
 * An uploaded file on the server that a later request uses ({@code /file/upload}). The server deletes it with the
 * session.
 *
 * @param name the server's name of the file
 * @param originalName the name under which it was uploaded
 */
public record UploadedFile(String name, String originalName) {

    public static UploadedFile of(Attributes attributes) {
        return new UploadedFile(attributes.text("filename"), attributes.text("originalFilename"));
    }
}
