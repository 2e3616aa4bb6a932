package io.jenkins.plugins.securitycenter.campaign;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.watch.RecordedRun;
import io.jenkins.plugins.securitycenter.watch.RunOwner;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.WatchedRun;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/** A build that waits for something, while Jenkins is restarted and people lose patience. */
final class Build<T> {

    /** Makes a run for a new build, or for one that goes on after a restart. */
    interface Starter<T> {
        WatchedRun<T> make(RunOwner owner, RunState state, RecordedRun<T> listener);
    }

    /** Takes the result over, as a build that downloads a report. */
    interface Receiver<T> {
        void receive(SecurityCenter server, T result) throws IOException, InterruptedException;
    }

    private static final Duration LONGEST = Duration.ofHours(3);

    final RecordedRun<T> events;
    private final Setting setting;
    private final Random random;
    private final Starter<T> starter;
    private final RunOwner owner;
    private WatchedRun<T> run;
    private int restarts;
    private boolean aborted;

    Build(Setting setting, Random random, String key, Starter<T> starter, Receiver<T> receiver) {
        this.setting = setting;
        this.random = random;
        this.starter = starter;
        this.owner = new RunOwner(key, "job#" + key, "prod", "");
        this.events = new RecordedRun<>() {
            @Override
            public void receive(SecurityCenter server, T result, Consumer<String> log)
                    throws IOException, InterruptedException {
                receiver.receive(server, result);
            }
        };
    }

    /** Runs until the build knows its end, or for three hours. */
    void run() {
        start(RunState.initial());
        for (Duration passed = Duration.ZERO; !events.ended() && passed.compareTo(LONGEST) < 0; ) {
            Duration step = Duration.ofSeconds(1 + random.nextInt(60));
            setting.rig.executor.pass(step);
            passed = passed.plus(step);
            if (!events.ended() && random.nextInt(60) == 0) {
                restart();
            } else if (!events.ended() && random.nextInt(120) == 0) {
                aborted = true;
                run.abort();
            }
        }
        if (!events.ended()) {
            aborted = true;
            run.abort();
            setting.rig.executor.pass(Duration.ofMinutes(5));
        }
    }

    private void start(RunState state) {
        run = starter.make(owner, state, events);
        run.start();
    }

    private void restart() {
        restarts++;
        setting.rig.restart();
        setting.clock.advance(Duration.ofSeconds(random.nextInt(300)));
        start(events.states.isEmpty() ? RunState.initial() : events.lastState());
        setting.cleanUp();
    }

    /** How it ended, for the story. */
    String end() {
        String end = !events.finished.isEmpty()
                ? "finished"
                : !events.failures.isEmpty()
                        ? "failed: " + events.failures.get(0).getMessage()
                        : "aborted";
        return end + (restarts > 0 ? ", restarts " + restarts : "") + (aborted ? ", aborted by hand" : "");
    }

    /** The end was told once. */
    boolean toldOnce() {
        return events.told() == 1;
    }
}
