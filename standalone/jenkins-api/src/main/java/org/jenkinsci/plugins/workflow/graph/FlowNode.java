package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;

public abstract class FlowNode extends Actionable implements Saveable {
    FlowNode() {}

    @Override
    public native String getDisplayName();

    @Override
    public native void save() throws IOException;
}
