package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps what a run told. */
public class RecordedRun<T> implements RunListener<T> {

    public final List<String> lines = new ArrayList<>();
    public final List<RunState> states = new ArrayList<>();
    public final List<T> finished = new ArrayList<>();
    public final List<Exception> failures = new ArrayList<>();
    public int aborted;
    Runnable onSaved = () -> {};

    @Override
    public CompletionStage<Void> saved(RunState state) {
        states.add(state);
        onSaved.run();
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void receive(SecurityCenter server, T result, Consumer<String> log)
            throws IOException, InterruptedException {
        // Nothing to download.
    }

    @Override
    public void finished(T result) {
        finished.add(result);
    }

    @Override
    public void failed(Exception problem) {
        failures.add(problem);
    }

    @Override
    public void aborted() {
        aborted++;
    }

    public boolean ended() {
        return told() > 0;
    }

    /** How often the outcome was told. */
    public int told() {
        return finished.size() + failures.size() + aborted;
    }

    public RunState lastState() {
        return states.get(states.size() - 1);
    }

    /** The last stored state of that phase. */
    RunState state(RunState.Phase phase) {
        return states.stream()
                .filter(state -> state.phase() == phase)
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
