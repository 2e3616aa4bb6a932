package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.WatchedRun;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What a build begins on a server and then waits for, with or without a thread. */
public interface LongTask {

    Connection connection();

    /** This task, with what its connection leaves open filled in from the session that encloses it, if any. */
    LongTask within(@CheckForNull SessionScope scope);

    /** This task, on the server of that name. */
    LongTask on(String server);

    /**
     * Prepares it; it begins with {@link WatchedRun#start()}.
     *
     * @param state the last one that was stored before a restart, or a fresh one
     * @throws IllegalArgumentException with a sentence when a parameter is wrong
     */
    WatchedRun<?> prepare(Site site, RunState state, Outcome outcome) throws IOException, InterruptedException;

    /** What a task tells, from another thread. Exactly one of the last three ends it. */
    interface Outcome {

        /** Stores the state; complete when it is on the disk. */
        CompletionStage<Void> saved(RunState state);

        /** A line for the build log. */
        void log(String line);

        /** Whether the build does not wait any longer. */
        boolean abandoned();

        /** The stage of the build is to be marked as unstable, with that reason. */
        void unstable(String reason);

        /** It is done; the answer is for a script. */
        void finished(Map<String, Object> answer);

        /** It failed; the message is one sentence, unless it is a defect of this plugin. */
        void failed(Exception problem);

        /** It was aborted, perhaps before a restart. */
        void aborted();
    }
}
