package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.ScanResult;

/** What the run of a scan tells its build. */
public interface Events extends Notices {

    /** The scan has come as far as was asked for. */
    void finished(ScanResult result);
}
