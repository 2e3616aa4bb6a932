package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.Request;
import java.time.Duration;
import java.util.Objects;

/**
 * The parameters of a file import.
 *
 * @param fileName name of a {@code .nessus} file, for the server and for messages
 * @param content opened for the upload, and again if the session expires
 * @param repository name or id of the repository to import into
 * @param timeout maximum duration of the import; zero for no limit
 */
public record ImportOptions(String fileName, Request.ContentSupplier content, String repository, Duration timeout) {

    public ImportOptions {
        Objects.requireNonNull(content);
        Objects.requireNonNull(repository);
        if (fileName == null || fileName.isBlank()) {
            throw new IllegalArgumentException("file is empty; enter the name of a .nessus file.");
        }
    }
}
