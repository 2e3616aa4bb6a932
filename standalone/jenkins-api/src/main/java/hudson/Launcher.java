package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;

public abstract class Launcher {
    Launcher() {}

    public native @CheckForNull VirtualChannel getChannel();

    public native @NonNull TaskListener getListener();
}
