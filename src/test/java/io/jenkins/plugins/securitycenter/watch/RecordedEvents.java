package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a run told. */
final class RecordedEvents implements Events {

    final List<String> lines = new ArrayList<>();
    final List<RunState> states = new ArrayList<>();
    final List<ScanResult> finished = new ArrayList<>();
    Runnable onSaved = () -> {};
    final List<Exception> failures = new ArrayList<>();

    @Override
    public void saved(RunState state) {
        states.add(state);
        onSaved.run();
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void finished(ScanResult result) {
        finished.add(result);
    }

    @Override
    public void failed(Exception problem) {
        failures.add(problem);
    }

    boolean ended() {
        return !finished.isEmpty() || !failures.isEmpty();
    }

    RunState lastState() {
        return states.get(states.size() - 1);
    }
}
