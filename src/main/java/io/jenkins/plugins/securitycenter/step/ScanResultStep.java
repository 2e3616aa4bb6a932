package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.securitycenter.suggest.AnnotatedValue;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that reads the result of a scan. */
@Restricted(NoExternalUse.class)
public abstract class ScanResultStep extends DirectStep {

    private static final long serialVersionUID = 1;

    private @Nullable String scanResultId;

    /** Returns the ID of the scan result; null for the last scan of the build. */
    @CheckForNull
    public final String getScanResultId() {
        return scanResultId;
    }

    @DataBoundSetter
    public final void setScanResultId(String scanResultId) {
        this.scanResultId = Util.fixEmpty(AnnotatedValue.remove(Util.fixNull(scanResultId)));
    }
}
