package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.watch.Notices;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.Waiting;
import java.io.IOException;
import java.util.Map;

/** What a build begins on a server and then waits for, with or without a thread. */
public interface LongTask {

    Connection connection();

    /** This task, with what its connection leaves open filled in from the session that encloses it, if any. */
    LongTask within(@CheckForNull SessionScope scope);

    /** This task, on the server of that name. */
    LongTask on(String server);

    /**
     * Prepares it; it begins with {@link Waiting#start()}.
     *
     * @param state the last one that was stored before a restart, or a fresh one
     * @throws IllegalArgumentException with a sentence when a parameter is wrong
     */
    Waiting prepare(Site site, RunState state, Outcome outcome) throws IOException, InterruptedException;

    /** What a task tells, from another thread. Exactly one of the last two ends it, unless it is aborted. */
    interface Outcome extends Notices {

        /** Whether the build does not wait any longer. */
        boolean abandoned();

        /** The stage of the build is to be marked as unstable, with that reason. */
        void unstable(String reason);

        /** It is done; the answer is for a script. */
        void finished(Map<String, Object> answer);
    }
}
