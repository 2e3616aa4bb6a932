package io.jenkins.plugins.securitycenter.audit;

import hudson.Extension;
import hudson.ExtensionList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Records what users changed: in the log of Jenkins, and the last actions in a file below JENKINS_HOME. */
@Restricted(NoExternalUse.class)
@Extension
public final class AuditLog {

    private static final Logger LOGGER = Logger.getLogger(AuditLog.class.getName());

    private final AuditFile file;

    public AuditLog() {
        this(Jenkins.get().getRootDir().toPath());
    }

    AuditLog(Path directory) {
        file = new AuditFile(directory.resolve("securitycenter-audit.jsonl"));
    }

    public static AuditLog get() {
        return ExtensionList.lookupSingleton(AuditLog.class);
    }

    /** Records an action. A file that cannot be written is only logged, because the action has already happened. */
    public void record(AuditEntry entry) {
        LOGGER.log(Level.INFO, "{0}", entry.sentence());
        try {
            file.add(entry);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not store the last action of a user", e);
        }
    }

    /** Records an action of the user who sends the current request. */
    public void record(String action) {
        record(new AuditEntry(Instant.now(), Jenkins.getAuthentication2().getName(), action));
    }

    /** Returns the last actions, the newest one first. */
    public List<AuditEntry> newestFirst() throws IOException {
        return file.newestFirst();
    }
}
