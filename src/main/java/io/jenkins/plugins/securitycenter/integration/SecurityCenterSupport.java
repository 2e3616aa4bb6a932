package io.jenkins.plugins.securitycenter.integration;

import com.cloudbees.jenkins.support.api.Component;
import com.cloudbees.jenkins.support.api.Container;
import com.cloudbees.jenkins.support.api.PrintedContent;
import hudson.Extension;
import hudson.security.Permission;
import io.jenkins.plugins.securitycenter.manage.SupportReports;
import java.io.PrintWriter;
import java.util.Set;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The part of support bundles about this plugin, for the Support Core plugin, without which Jenkins does not load this
 * class.
 */
@Restricted(NoExternalUse.class)
@Extension(optional = true)
public final class SecurityCenterSupport extends Component {

    /** Only administrators see which builds wait. */
    @Override
    public Set<Permission> getRequiredPermissions() {
        return Set.of(Jenkins.ADMINISTER);
    }

    @Override
    public String getDisplayName() {
        return "SecurityCenter";
    }

    @Override
    public ComponentCategory getCategory() {
        return ComponentCategory.CONTROLLER;
    }

    @Override
    public void addContents(Container container) {
        container.add(new Status());
    }

    private static final class Status extends PrintedContent {

        Status() {
            super("securitycenter/status.md");
        }

        @Override
        protected void printTo(PrintWriter out) {
            out.print(SupportReports.markdown());
        }
    }
}
