package jenkins.model.experimentalflags;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;

public abstract class UserExperimentalFlag<T> implements ExtensionPoint {
    public static native <T> @CheckForNull T getFlagValueForCurrentUser(String flagClassCanonicalName);
}
