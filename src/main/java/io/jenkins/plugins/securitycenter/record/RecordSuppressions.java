package io.jenkins.plugins.securitycenter.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import io.jenkins.plugins.securitycenter.suppression.SuppressionPolicy;
import io.jenkins.plugins.securitycenter.suppression.SuppressionRule;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The suppressions of a record.
 *
 * @param file the rules that count
 * @param day the day of the build
 * @param ignored the rules of the file of this build that do not count
 */
record RecordSuppressions(SuppressionFile file, SuppressionPolicy policy, BuildDay day, List<SuppressionRule> ignored) {

    private static final String PARAMETER = "suppressions";

    /**
     * Reads the file in the workspace.
     *
     * @param path the path in the workspace; empty for no suppressions
     * @param day the day of the build, which also decides what is overdue
     * @throws IllegalArgumentException if the file is not valid or not allowed, with a message for the user
     */
    static RecordSuppressions read(@CheckForNull FilePath workspace, String path, BuildDay day)
            throws IOException, InterruptedException {
        SuppressionPolicy policy = SecurityCenterConfiguration.get().suppressionPolicy();
        if (path.isEmpty()) {
            return new RecordSuppressions(SuppressionFile.NONE, policy, day, List.of());
        }
        byte[] content = WorkspaceFile.of(workspace, PARAMETER, path).content(SuppressionFile.MOST_BYTES);
        return new RecordSuppressions(SuppressionFile.parse(path, content), policy, day, List.of()).checked();
    }

    private RecordSuppressions checked() {
        if (!file.equals(SuppressionFile.NONE)) {
            policy.check(file, day.today());
        }
        return this;
    }

    /**
     * Returns the suppressions of a build that is compared with another job: those that counted for the reference
     * build. A change cannot suppress its own findings.
     */
    RecordSuppressions of(Optional<ReferenceBuild> reference) throws IOException {
        if (file.equals(SuppressionFile.NONE)) {
            return this;
        }
        SuppressionFile counted = reference.isPresent() ? reference.get().suppressions() : SuppressionFile.NONE;
        return new RecordSuppressions(counted, policy, day, file.without(counted)).checked();
    }

    Suppressions evaluation() {
        return Suppressions.of(file.rules(), policy, day.today()).ignoring(ignored);
    }

    /** Stores the rules that count in the directory of the build, for builds that use it as their reference. */
    void store(Path buildDirectory, String recordId) throws IOException {
        Path stored = StoredFindings.suppressions(buildDirectory, recordId);
        if (file.rules().isEmpty()) {
            Files.deleteIfExists(stored);
        } else {
            Files.writeString(stored, file.text());
        }
    }

    /**
     * Reads what {@link #store} wrote.
     *
     * @param build the name of the build in messages
     * @throws IllegalArgumentException if the file is damaged, with a message for the user
     */
    static SuppressionFile stored(Path buildDirectory, String recordId, String build) throws IOException {
        Path stored = StoredFindings.suppressions(buildDirectory, recordId);
        return Files.exists(stored)
                ? SuppressionFile.parse(stored.getFileName() + " of " + build, Files.readAllBytes(stored))
                : SuppressionFile.NONE;
    }
}
