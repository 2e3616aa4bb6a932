package io.jenkins.plugins.securitycenter.record;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.document.CheckReport;
import io.jenkins.plugins.securitycenter.result.DocumentHeaders;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.function.Supplier;
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
     * @param id the ID of the record
     * @param name the name of the check; empty for the default
     */
    static void publishAll(Run<?, ?> run, String id, String name, Supplier<CheckReport> report, TaskListener listener) {
        for (CheckPublisher publisher : ExtensionList.lookup(CheckPublisher.class)) {
            try {
                publisher.publish(run, name(id, name), report.get(), listener);
            } catch (RuntimeException | LinkageError e) {
                LOGGER.log(Level.FINE, "Could not publish a check", e);
                listener.getLogger()
                        .println("Could not publish the check of record \"" + id + "\": "
                                + MessageText.line(MessageText.shortened(e.toString(), 500)));
            }
        }
    }

    /** Returns the name of a check, which must differ from those of the other records of the build. */
    static String name(String id, String name) {
        if (!name.isEmpty()) {
            return MessageText.line(name);
        }
        return RecordName.defaultTitle(id);
    }

    /** Returns the report on a record. */
    static CheckReport report(FindingsAction record) {
        return CheckReport.of(
                DocumentHeaders.of(record), record.summary(), NewFindings.worst(record, CheckReport.MOST_NEW));
    }
}
