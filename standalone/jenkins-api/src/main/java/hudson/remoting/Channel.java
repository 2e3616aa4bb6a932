package hudson.remoting;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

public class Channel implements VirtualChannel {

    private Channel() {}

    @CheckForNull
    public static Channel current() {
        return null;
    }

    @Override
    public native <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException;

    public native void syncLocalIO() throws InterruptedException;
}
