package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.view.PageNumbers;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Exposes a {@link TopFix} to the remote API and to pages. */
@Restricted(NoExternalUse.class)
@ExportedBean(defaultVisibility = 2)
public final class FixReport {

    private final TopFix top;

    FixReport(TopFix top) {
        this.top = top;
    }

    /** Returns the ID of the fix, for the filter of the findings page. */
    @Exported
    public String getFix() {
        return top.fix();
    }

    @Exported
    public String getSolution() {
        return top.solution();
    }

    @Exported
    public long getFindings() {
        return top.findings();
    }

    @Exported
    public long getHosts() {
        return top.hosts();
    }

    @Exported(name = "severity")
    public String getSeverityLabel() {
        return top.severity().label();
    }

    public Severity getSeverity() {
        return top.severity();
    }

    /** Returns whether CISA lists one of the findings; null if that is unknown. */
    @Exported
    @CheckForNull
    public Boolean getKnownExploited() {
        return top.knownExploited();
    }

    /** Returns how much of the risk of all open findings the fix removes, in percent. */
    @Exported
    public double getShare() {
        return top.share();
    }

    public String getShareText() {
        return PageNumbers.percent(top.share());
    }
}
