package io.jenkins.plugins.securitycenter.model;

/**
 * A file on the server that a later call uses ({@code /file/upload}). It lives as long as the session.
 *
 * @param name the server's name for it
 * @param originalName the name that it was uploaded by
 */
public record UploadedFile(String name, String originalName) {

    public static UploadedFile of(Attributes attributes) {
        return new UploadedFile(attributes.text("filename"), attributes.text("originalFilename"));
    }
}
