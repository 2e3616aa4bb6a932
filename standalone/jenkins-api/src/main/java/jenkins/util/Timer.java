package jenkins.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.util.concurrent.ScheduledExecutorService;

public class Timer {
    private Timer() {}

    public static synchronized @NonNull ScheduledExecutorService get() {
        return Declared.only();
    }
}
