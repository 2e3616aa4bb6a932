package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.ScanResult;

/** What a run tells its build, from a thread of the crew. Exactly one of the last two ends it, unless it is aborted. */
public interface Events {

    /** The state changed and must be stored before this returns, since the next thing may be a launch. */
    void saved(RunState state);

    /** A line for the build log. */
    void log(String line);

    /** The scan has come as far as was asked for. */
    void finished(ScanResult result);

    /**
     * It will not come that far.
     *
     * @param problem its message is one sentence, unless it is a defect of this plugin
     */
    void failed(Exception problem);
}
