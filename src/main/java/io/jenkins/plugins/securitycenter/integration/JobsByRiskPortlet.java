package io.jenkins.plugins.securitycenter.integration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.plugins.view.dashboard.DashboardPortlet;
import io.jenkins.plugins.securitycenter.list.JobPage;
import io.jenkins.plugins.securitycenter.list.JobRisks;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** A portlet of the Dashboard View plugin: the jobs of the dashboard with recorded findings, the most dangerous first. */
@Restricted(NoExternalUse.class)
public final class JobsByRiskPortlet extends DashboardPortlet {

    private static final int LENGTH = 20;

    @DataBoundConstructor
    public JobsByRiskPortlet(String name) {
        super(name);
    }

    /** Returns the name of the parameter with the number of the page, which no other portlet has. */
    public String getPageParameter() {
        return getId() + "-page";
    }

    /** Returns one page of the jobs. */
    public JobPage jobs(String page) {
        return JobPage.of(JobRisks.get().overview(getDashboard().getJobs()), LENGTH, page);
    }

    /** Jenkins loads it only together with the type of the portlet. */
    @Extension(optional = true)
    @Symbol("securityCenterJobs")
    public static final class DescriptorImpl extends Descriptor<DashboardPortlet> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.JobsByRiskPortlet_displayName();
        }
    }
}
