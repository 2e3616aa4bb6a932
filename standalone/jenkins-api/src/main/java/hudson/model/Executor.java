package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

public class Executor extends Thread implements ModelObject {
    Executor() {}

    public native Result abortResult();

    @Override
    public native String getDisplayName();

    public native void recordCauseOfInterruption(@NonNull Run<?, ?> build, @NonNull TaskListener listener);
}
