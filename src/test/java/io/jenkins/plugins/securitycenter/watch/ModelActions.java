package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The real actions of a run, but for the polls: they ask the {@link ModelServer}. */
final class ModelActions implements RunActions<String> {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ModelWorld world;
    private final ModelBuild build;
    private final int process;
    private final RunActions<String> real;
    private RunState seen;
    private int polling;

    ModelActions(ModelWorld world, ModelBuild build, int process, RunActions<String> real) {
        this.world = world;
        this.build = build;
        this.process = process;
        this.real = real;
    }

    /** The state that the run has in memory. */
    RunState presentState(WatchedRun<String> run) {
        run.status();
        return seen;
    }

    @Override
    public String status(RunState state) {
        seen = state;
        return "";
    }

    @Override
    public void startPolling(RunState state, PollListener<String> listener) {
        world.isOwn(build, world.server().result(state.resultId()), "waits for");
        plan(++polling, state.resultId(), listener);
    }

    @Override
    public void stopPolling() {
        polling++;
    }

    private void plan(int number, String id, PollListener<String> listener) {
        world.tasks().add(process, INTERVAL, () -> poll(number, id, listener));
    }

    private void poll(int number, String id, PollListener<String> listener) {
        if (number != polling) {
            return;
        }
        ModelServer.Result result = world.server().result(id);
        switch (world.choose("poll", ModelFault.HANGS, ModelFault.REFUSED, ModelFault.THROWN)) {
            case HANGS -> build.giveUp();
            case REFUSED -> {
                result.stopped = true;
                listener.event(new RunEvent.Failed(new ScanFailedException("It failed."), false, world.now()));
            }
            case THROWN ->
                listener.event(new RunEvent.Failed(new IllegalStateException("A defect."), true, world.now()));
            default -> {
                if (!world.server().running(result)) {
                    listener.goalReached(id);
                }
            }
        }
        if (number == polling) {
            plan(number, id, listener);
        }
    }

    int polling() {
        return polling;
    }

    @Override
    public RunEvent perform(RunAction action, RunState state, PollListener<String> log) throws InterruptedException {
        return real.perform(action, state, log);
    }

    @Override
    public Optional<RunEvent> receive(
            String result, RunState state, PollListener<String> log, RunListener<String> listener)
            throws InterruptedException {
        return real.receive(result, state, log, listener);
    }

    @Override
    public Executor calls() {
        return real.calls();
    }

    @Override
    public Executor transfers() {
        return real.transfers();
    }

    @Override
    public Duration timeout() {
        return real.timeout();
    }

    @Override
    public Exception timeoutFailure(RunState state) {
        return real.timeoutFailure(state);
    }

    @Override
    public Optional<String> logLine(RunState before, RunEvent event, RunState after) {
        return real.logLine(before, event, after);
    }

    @Override
    public ServerRuns runs() {
        return real.runs();
    }

    @Override
    public void close() {
        real.close();
    }
}
