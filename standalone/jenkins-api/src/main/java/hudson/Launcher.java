package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class Launcher {
    Launcher() {}

    public @CheckForNull VirtualChannel getChannel() {
        return Declared.only();
    }

    public @NonNull TaskListener getListener() {
        return Declared.only();
    }
}
