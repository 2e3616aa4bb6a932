package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.model.ScanTarget;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The content of an asset list, from exactly one of three sources; the others are empty.
 *
 * @param addresses addresses, separated by commas or line breaks
 * @param hostNames host names, separated by commas or line breaks
 * @param file the path in the workspace of a text file with either of them
 */
@Restricted(NoExternalUse.class)
public record AssetContent(String addresses, String hostNames, String file) {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** @throws IllegalArgumentException unless exactly one source is set, with a message for the user */
    public AssetContent {
        List<String> given = Stream.of(
                        addresses.isBlank() ? "" : "addresses",
                        hostNames.isBlank() ? "" : "hostNames",
                        file.isBlank() ? "" : "file")
                .filter(parameter -> !parameter.isEmpty())
                .toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    given.isEmpty()
                            ? "addresses, hostNames and file are all empty; set one of them."
                            : String.join(" and ", given) + " are set; set only one of them.");
        }
        WorkspaceFile.check("file", file);
    }

    /**
     * Reads the content.
     *
     * @throws IllegalArgumentException if an entry is not valid, with a message for the user
     */
    ScanTargets read(@CheckForNull FilePath workspace) throws IOException, InterruptedException {
        if (!file.isBlank()) {
            return ofFile(WorkspaceFile.of(workspace, "file", file));
        }
        return addresses.isBlank() ? hostNames(hostNames) : addresses(addresses);
    }

    /** @throws IllegalArgumentException if an entry is not an address, with a message for the user */
    public static ScanTargets addresses(String text) {
        ScanTargets targets = ScanTargets.parse(text);
        if (!targets.named().isEmpty()) {
            throw new IllegalArgumentException(
                    "addresses contains \"" + targets.named().get(0).text() + "\"; put host names in hostNames.");
        }
        return targets;
    }

    /** @throws IllegalArgumentException if an entry is not a host name, with a message for the user */
    public static ScanTargets hostNames(String text) {
        ScanTargets targets = ScanTargets.parse(text);
        for (ScanTarget target : targets.all()) {
            if (!target.named()) {
                throw new IllegalArgumentException(
                        "hostNames contains \"" + target.text() + "\"; put addresses in addresses.");
            }
        }
        return targets;
    }

    private ScanTargets ofFile(WorkspaceFile source) throws IOException, InterruptedException {
        byte[] content = source.content(MOST_BYTES);
        if (content.length > MOST_BYTES) {
            throw UserFailures.abort("file \"" + file + "\" is larger than " + MOST_BYTES / 1024 / 1024
                    + " MB; use a text file with addresses or host names.");
        }
        return ScanTargets.parse(new String(content, StandardCharsets.UTF_8));
    }
}
