package hudson.model;

import hudson.ExtensionPoint;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {
    Job() {}

    public native RunT getBuildByNumber(int n);

    public native <T extends JobProperty> T getProperty(Class<T> clazz);

    public native RunT getLastBuild();

    public native RunT getLastCompletedBuild();

    public native RunT getLastSuccessfulBuild();

    public native int getNextBuildNumber();
}
