package io.jenkins.plugins.securitycenter.record;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.document.CheckReport;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The check of a commit for one record. It is in progress from {@link #begin} until {@link #complete}, or fails when it is
 * closed before, so that none stays in progress.
 */
@Restricted(NoExternalUse.class)
public final class RecordCheck implements AutoCloseable {

    private final Run<?, ?> run;
    private final String id;
    private final String name;
    private final TaskListener listener;
    private final boolean published;
    private boolean completed;

    private RecordCheck(Run<?, ?> run, String id, String name, TaskListener listener, boolean published) {
        this.run = run;
        this.id = id;
        this.name = name;
        this.listener = listener;
        this.published = published;
    }

    /**
     * Publishes that the findings are being read. Never fails.
     *
     * @param id the ID of the record
     * @param name the name of the check; empty for the default
     * @param published whether anything is published at all
     */
    public static RecordCheck begin(Run<?, ?> run, String id, String name, TaskListener listener, boolean published) {
        RecordCheck check = new RecordCheck(run, id, name, listener, published);
        if (published) {
            // Without the build log: what is wrong with a publisher is logged once, at the end.
            CheckPublisher.publishAll(run, id, name, CheckReport::reading, TaskListener.NULL);
        }
        return check;
    }

    /** Publishes the record. Never fails. */
    public void complete(FindingsAction record) {
        completed = true;
        if (published) {
            CheckPublisher.publishAll(run, id, name, () -> CheckPublisher.report(record), listener);
        }
    }

    /** Publishes that there is no record, unless it was published. Never fails. */
    @Override
    public void close() {
        if (published && !completed) {
            CheckPublisher.publishAll(run, id, name, CheckReport::notRecorded, listener);
        }
    }
}
