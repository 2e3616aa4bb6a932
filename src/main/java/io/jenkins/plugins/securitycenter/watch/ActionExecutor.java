package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunActions.PollListener;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Performs the actions of a run that block, on the threads for them, and produces an event whatever they throw.
 *
 * @param <T> type of the result
 */
final class ActionExecutor<T> {

    /** Time until receiving a result is retried. */
    private static final Duration RECEIVE_RETRY_DELAY = Duration.ofSeconds(30);

    private final RunActions<T> actions;
    private final RunListener<T> listener;
    private final RunTimers timers;
    private final InstantSource clock;

    ActionExecutor(RunActions<T> actions, RunListener<T> listener, RunTimers timers, InstantSource clock) {
        this.actions = actions;
        this.listener = listener;
        this.timers = timers;
        this.clock = clock;
    }

    /** Performs an action and calls back with its event. Does not block. */
    void perform(RunAction action, RunState state, PollListener<T> log, Consumer<RunEvent> callback) {
        timers.execute(actions.calls(), () -> attempt(action, state, log, callback));
    }

    private void attempt(RunAction action, RunState state, PollListener<T> log, Consumer<RunEvent> callback) {
        RunEvent event;
        try {
            event = actions.perform(action, state, log);
        } catch (InterruptedException e) {
            event = failed(interrupted(e), true);
        } catch (RuntimeException | Error e) {
            event = failed(ActionFailures.defect(e), true);
        }
        callback.accept(event);
    }

    /** Gives the result to the listener, while the run waits, and calls back with the event. Does not block. */
    void receive(T result, Supplier<RunState> current, PollListener<T> log, Consumer<RunEvent> callback) {
        timers.execute(actions.transfers(), () -> {
            RunState state = current.get();
            if (state.phase() == Phase.WAITING) {
                received(result, state, log)
                        .ifPresentOrElse(
                                callback,
                                () -> timers.schedule(
                                        RECEIVE_RETRY_DELAY, () -> receive(result, current, log, callback)));
            }
        });
    }

    private Optional<RunEvent> received(T result, RunState state, PollListener<T> log) {
        try {
            return actions.receive(result, state, log, listener);
        } catch (InterruptedException e) {
            return Optional.of(failed(interrupted(e), false));
        } catch (RuntimeException | Error e) {
            return Optional.of(failed(ActionFailures.defect(e), false));
        }
    }

    private static Exception interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ScanFailedException("The run was interrupted.", cause);
    }

    private RunEvent failed(Exception problem, boolean running) {
        return new RunEvent.Failed(problem, running, clock.instant());
    }
}
