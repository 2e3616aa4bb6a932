package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;

public abstract class FlowNode extends Actionable implements Saveable {
    FlowNode() {}

    public native String getId();

    public native @CheckForNull String getEnclosingId();

    public native @NonNull List<? extends BlockStartNode> getEnclosingBlocks();

    @Override
    public native String getDisplayName();

    @Override
    public native void save() throws IOException;
}
