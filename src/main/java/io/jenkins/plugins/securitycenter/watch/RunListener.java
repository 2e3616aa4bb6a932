package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/**
 * What a run tells its build. Exactly one of {@link #finished}, {@link #failed} and {@link #aborted} is called, once;
 * after a restart once more, since the build may not have taken note.
 *
 * @param <T> what the run waits for: a scan result or a report
 */
public interface RunListener<T> {

    /** The state changed. Nothing that depends on it is done before the returned stage is complete. */
    CompletionStage<Void> saved(RunState state);

    /** A line for the build log. */
    void log(String line);

    /**
     * Takes the result over while the connection is open. Repeated when Jenkins stops meanwhile.
     *
     * @param server closed when this returns
     * @throws NotYetException when it has to be tried again a little later
     */
    default void receive(SecurityCenter server, T result) throws IOException, InterruptedException {}

    /** The run has come as far as was asked for. */
    void finished(T result);

    /**
     * The run will not come as far as was asked for.
     *
     * @param problem its message is one sentence, unless it is a defect of this plugin
     */
    void failed(Exception problem);

    /** The run was aborted, perhaps before a restart. */
    void aborted();
}
