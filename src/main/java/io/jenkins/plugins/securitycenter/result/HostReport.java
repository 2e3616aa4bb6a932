package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts.UnauthenticatedHost;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A host that the scanner did not log in to, for the remote API. */
@Restricted(NoExternalUse.class)
@ExportedBean
public final class HostReport {

    private final UnauthenticatedHost host;

    HostReport(UnauthenticatedHost host) {
        this.host = host;
    }

    @Exported
    public String getName() {
        return host.name();
    }

    /** Returns the reason that the scanner gave; empty for none. */
    @Exported
    public String getReason() {
        return host.reason();
    }
}
