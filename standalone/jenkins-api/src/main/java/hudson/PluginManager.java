package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractModelObject;

public abstract class PluginManager extends AbstractModelObject {
    @SuppressWarnings("rawtypes")
    public native @CheckForNull PluginWrapper whichPlugin(Class c);
}
