package hudson.model;

import hudson.ExtensionPoint;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {
    Job() {}

    public RunT getBuildByNumber(int n) {
        return Declared.only();
    }

    public RunT getLastBuild() {
        return Declared.only();
    }

    public RunT getLastCompletedBuild() {
        return Declared.only();
    }

    public RunT getLastSuccessfulBuild() {
        return Declared.only();
    }
}
