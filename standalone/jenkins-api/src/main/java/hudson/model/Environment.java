package hudson.model;

import java.io.IOException;
import java.util.Map;

public abstract class Environment {
    public void buildEnvVars(Map<String, String> env) {}

    @SuppressWarnings("rawtypes")
    public native boolean tearDown(AbstractBuild build, BuildListener listener)
            throws IOException, InterruptedException;
}
