package jenkins.model.details;

import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Actionable;
import hudson.model.ModelObject;
import org.jenkins.ui.icon.IconSpec;

public abstract class Detail implements ModelObject, IconSpec {
    public Detail(Actionable object) {}

    public native Actionable getObject();

    @Override
    public native @Nullable String getIconClassName();

    @Override
    public native @Nullable String getDisplayName();
}
