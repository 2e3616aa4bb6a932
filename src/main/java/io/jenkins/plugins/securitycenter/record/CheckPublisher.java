package io.jenkins.plugins.securitycenter.record;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.document.CheckReport;
import io.jenkins.plugins.securitycenter.result.DocumentHeaders;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Publishes checks of commits. Its implementations belong to optional plugins. */
@Restricted(NoExternalUse.class)
public abstract class CheckPublisher implements ExtensionPoint {

    private static final Logger LOGGER = Logger.getLogger(CheckPublisher.class.getName());

    /** Publishes a report under that name; throws any exception if that fails. */
    protected abstract void publish(Run<?, ?> run, String name, CheckReport report, TaskListener listener);

    /**
     * Publishes a check of a record with all publishers, of which there may be none. A failure is logged only.
     *
     * @param name the name of the check; empty for the default
     */
    public static void publishAll(FindingsAction record, String name, TaskListener listener) {
        for (CheckPublisher publisher : ExtensionList.lookup(CheckPublisher.class)) {
            try {
                publisher.publish(record.getRun(), name(record.getId(), name), report(record), listener);
            } catch (RuntimeException | LinkageError e) {
                LOGGER.log(Level.FINE, "Could not publish a check", e);
                listener.getLogger()
                        .println("Could not publish the check of record \"" + record.getId() + "\": "
                                + MessageText.line(MessageText.shortened(e.toString(), 500)));
            }
        }
    }

    /** Returns the name of a check, which must differ from those of the other records of the build. */
    static String name(String id, String name) {
        if (!name.isEmpty()) {
            return MessageText.line(name);
        }
        return id.equals(RecordName.DEFAULT_ID) ? "SecurityCenter" : "SecurityCenter " + id;
    }

    private static CheckReport report(FindingsAction record) {
        return CheckReport.of(
                DocumentHeaders.of(record), record.summary(), NewFindings.worst(record, CheckReport.MOST_NEW));
    }
}
