package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Request;
import java.time.Duration;
import java.util.Objects;

/**
 * What a build wants to have imported.
 *
 * @param fileName of a {@code .nessus} file, for the server and for messages
 * @param content opened when it is uploaded, and once more when the session has expired
 * @param repository name or id of the repository to import into
 * @param timeout how long the import may take; zero for no limit
 */
public record ImportOrder(String fileName, Request.Source content, String repository, Duration timeout) {

    public ImportOrder {
        Objects.requireNonNull(content);
        Objects.requireNonNull(repository);
        if (fileName == null || fileName.isBlank()) {
            throw new IllegalArgumentException("file is empty; enter the name of a .nessus file.");
        }
    }
}
