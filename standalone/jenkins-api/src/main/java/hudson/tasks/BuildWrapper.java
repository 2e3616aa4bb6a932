package hudson.tasks;

import hudson.ExtensionPoint;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractDescribableImpl;
import hudson.model.BuildListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

public abstract class BuildWrapper extends AbstractDescribableImpl<BuildWrapper> implements ExtensionPoint {
    @SuppressWarnings("rawtypes")
    public native OutputStream decorateLogger(AbstractBuild build, OutputStream logger)
            throws IOException, InterruptedException;

    @SuppressWarnings("rawtypes")
    public native Environment setUp(AbstractBuild build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException;

    @SuppressWarnings("rawtypes")
    public native void makeSensitiveBuildVariables(AbstractBuild build, Set<String> sensitiveVariables);

    public abstract class Environment extends hudson.model.Environment {
        @Override
        @SuppressWarnings("rawtypes")
        public native boolean tearDown(AbstractBuild build, BuildListener listener)
                throws IOException, InterruptedException;
    }
}
