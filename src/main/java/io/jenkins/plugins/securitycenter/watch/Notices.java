package io.jenkins.plugins.securitycenter.watch;

/** What a run tells its build, from a thread of the crew; that it failed, unless it ends well or is aborted. */
public interface Notices {

    /** The state changed and must be stored before this returns, since the next thing may be a launch. */
    void saved(RunState state);

    /** A line for the build log. */
    void log(String line);

    /**
     * It will not come as far as was asked for.
     *
     * @param problem its message is one sentence, unless it is a defect of this plugin
     */
    void failed(Exception problem);
}
