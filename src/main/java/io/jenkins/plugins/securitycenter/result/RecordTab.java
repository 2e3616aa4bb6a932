package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import jenkins.management.Badge;
import jenkins.model.Tab;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The tab of a record on the new page of its build, and its card in the overview there. */
@Restricted(NoExternalUse.class)
public final class RecordTab extends Tab {

    private final transient FindingsAction of;

    RecordTab(FindingsAction of) {
        super(of.getRun());
        this.of = of;
    }

    public FindingsAction getRecord() {
        return of;
    }

    @Override
    public String getIconFileName() {
        return of.getIconFileName();
    }

    @Override
    public String getDisplayName() {
        return of.getDisplayName();
    }

    /** Returns the URL of the record, which belongs to the build before its tabs. */
    @Override
    public String getUrlName() {
        return of.getUrlName();
    }

    @Override
    @CheckForNull
    public Badge getBadge() {
        return of.getBadge();
    }
}
