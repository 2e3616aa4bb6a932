package io.jenkins.plugins.securitycenter.list;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.util.FormValidation;
import hudson.views.ListViewColumn;
import hudson.views.ListViewColumnDescriptor;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.status.JobRecords;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A column of list views: the findings of the last build of a job with records. */
@Restricted(NoExternalUse.class)
public final class FindingsColumn extends ListViewColumn {

    /** Null in a hand-written configuration. */
    private @Nullable String id;

    @DataBoundConstructor
    public FindingsColumn() {}

    public String getId() {
        return Util.fixNull(id);
    }

    /** @param id the record to show; empty for the sum of all records of a build */
    @DataBoundSetter
    public void setId(String id) {
        this.id = Util.fixNull(id).trim();
    }

    /** Returns the heading, which names the record to tell several of these columns apart. */
    @Override
    public String getColumnCaption() {
        String caption = Messages.FindingsColumn_displayName();
        return getId().isEmpty() ? caption : caption + ": " + getId();
    }

    /**
     * Returns the cell of a row.
     *
     * @param item a job, or another item of Jenkins, whose cell is empty
     */
    public FindingsCell cell(Object item) {
        if (!(item instanceof Job<?, ?> job) || !job.hasPermission(Item.READ)) {
            return FindingsCell.EMPTY;
        }
        JobRecords records = JobRisks.get().of(job);
        if (records == null) {
            return FindingsCell.UNREAD;
        }
        String name = job.getFullName();
        return FindingsCell.of(getId().isEmpty() ? records.sum(name) : records.of(name, getId()));
    }

    @Extension
    @Symbol("securityCenterFindings")
    public static final class DescriptorImpl extends ListViewColumnDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.FindingsColumn_displayName();
        }

        @Override
        public boolean shownByDefault() {
            return false;
        }

        @POST
        public FormValidation doCheckId(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.READ);
            String id = Util.fixNull(value).trim();
            return UserFailures.validation(() -> {
                if (!id.isEmpty()) {
                    StoredFindings.checkId(id);
                }
            });
        }
    }
}
