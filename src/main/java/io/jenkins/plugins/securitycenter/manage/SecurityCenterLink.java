package io.jenkins.plugins.securitycenter.manage;

import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import io.jenkins.plugins.securitycenter.audit.AuditEntry;
import io.jenkins.plugins.securitycenter.audit.AuditLog;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.list.JobPage;
import io.jenkins.plugins.securitycenter.list.JobRisks;
import io.jenkins.plugins.securitycenter.status.ServerSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.POST;

/**
 * The page <em>Manage Jenkins &gt; SecurityCenter</em>: the last known state of the servers, and the jobs with the most
 * dangerous findings. Overall/SystemRead shows it, Overall/Administer is required to act.
 */
@Restricted(NoExternalUse.class)
@Extension
public final class SecurityCenterLink extends ManagementLink implements StaplerProxy {

    private static final Logger LOGGER = Logger.getLogger(SecurityCenterLink.class.getName());

    private static final int SHOWN_ACTIONS = 20;

    /** The number of jobs on a page. */
    private static final int JOBS = 50;

    @Override
    public String getIconFileName() {
        return "symbol-shield-warning";
    }

    @Override
    public String getDisplayName() {
        return Messages.SecurityCenterLink_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.SecurityCenterLink_description();
    }

    @Override
    public String getUrlName() {
        return "securitycenter";
    }

    @Override
    public Category getCategory() {
        return Category.STATUS;
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.SYSTEM_READ;
    }

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        return this;
    }

    /** Returns the servers for the page. */
    public List<ServerSummary> getServers() {
        Instant now = Instant.now();
        Locale locale = LocaleProvider.getLocale();
        return ServerStatuses.get().reports().stream()
                .map(report -> new ServerSummary(report, now, locale))
                .toList();
    }

    /** Returns whether the page must reload, because a check is waiting or in progress. */
    public boolean isChecking(List<ServerSummary> servers) {
        return servers.stream().anyMatch(ServerSummary::checking);
    }

    /** Returns one page of the jobs that the user may see. */
    public JobPage jobs(String page) {
        return JobPage.of(JobRisks.get().overview(), JOBS, page);
    }

    /** Returns the last actions of users for administrators. */
    public List<AuditEntry> getActions() {
        if (!isAdministrator()) {
            return List.of();
        }
        try {
            return AuditLog.get().newestFirst().stream().limit(SHOWN_ACTIONS).toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not read the last actions of users", e);
            return List.of();
        }
    }

    public boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /**
     * Starts a check of a server in the background.
     *
     * @param server its name
     */
    @POST
    public HttpResponse doCheck(@QueryParameter String server) {
        return act(server, ServerStatuses.get()::check);
    }

    /**
     * Starts the removal of what builds left on a server in the background.
     *
     * @param server its name
     */
    @POST
    public HttpResponse doRemoveLeftovers(@QueryParameter String server) {
        return act(server, known -> {
            String user = Jenkins.getAuthentication2().getName();
            if (ServerStatuses.get().removeLeftovers(known, user)) {
                AuditLog.get().record("started the removal of leftovers on server \"" + known.getName() + "\"");
            }
        });
    }

    private static HttpResponse act(String server, Consumer<Server> action) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Server known = SecurityCenterConfiguration.get().getServers().stream()
                .filter(one -> one.getName().equals(server))
                .findFirst()
                .orElseThrow(HttpResponses::notFound);
        action.accept(known);
        return HttpResponses.redirectToDot();
    }
}
