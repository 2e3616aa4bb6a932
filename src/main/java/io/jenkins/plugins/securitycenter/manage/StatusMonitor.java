package io.jenkins.plugins.securitycenter.manage;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.security.Permission;
import io.jenkins.plugins.securitycenter.status.ProblemType;
import io.jenkins.plugins.securitycenter.status.ServerProblems;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Reports the problems of one kind to administrators, from the last known state of the servers. */
@Restricted(NoExternalUse.class)
public abstract class StatusMonitor extends AdministrativeMonitor {

    private final ProblemType type;

    /** @param id stored by Jenkins if an administrator dismisses the monitor */
    StatusMonitor(String id, ProblemType type) {
        super(id);
        this.type = type;
    }

    /** Returns one sentence for each problem. */
    public List<String> getSentences() {
        Instant now = Instant.now();
        return ServerStatuses.get().reports().stream()
                .flatMap(report -> new ServerProblems(report, now).sentences(type).stream())
                .toList();
    }

    @Override
    public boolean isActivated() {
        return !getSentences().isEmpty();
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.SYSTEM_READ;
    }

    /** Reports credentials that a server rejects. */
    @Extension
    public static final class AccountRefused extends StatusMonitor {

        public AccountRefused() {
            super("securitycenter-account-refused", ProblemType.ACCOUNT_REFUSED);
        }

        @Override
        public String getDisplayName() {
            return Messages.StatusMonitor_accountRefused();
        }
    }

    /** Reports certificates and credentials that end soon. */
    @Extension
    public static final class AccessEnds extends StatusMonitor {

        public AccessEnds() {
            super("securitycenter-access-ends", ProblemType.ACCESS_ENDS);
        }

        @Override
        public String getDisplayName() {
            return Messages.StatusMonitor_accessEnds();
        }
    }

    /** Reports licenses that are not valid. */
    @Extension
    public static final class LicenseInvalid extends StatusMonitor {

        public LicenseInvalid() {
            super("securitycenter-license-invalid", ProblemType.LICENSE_INVALID);
        }

        @Override
        public String getDisplayName() {
            return Messages.StatusMonitor_licenseInvalid();
        }
    }

    /** Reports plugin feeds that are old. */
    @Extension
    public static final class FeedOld extends StatusMonitor {

        public FeedOld() {
            super("securitycenter-feed-old", ProblemType.FEED_OLD);
        }

        @Override
        public String getDisplayName() {
            return Messages.StatusMonitor_feedOld();
        }
    }

    /** Reports builds that wait for a server that does not respond. */
    @Extension
    public static final class BuildsBlocked extends StatusMonitor {

        public BuildsBlocked() {
            super("securitycenter-builds-blocked", ProblemType.BUILDS_BLOCKED);
        }

        @Override
        public String getDisplayName() {
            return Messages.StatusMonitor_buildsBlocked();
        }
    }
}
