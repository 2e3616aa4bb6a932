package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** One execution: a server, a Jenkins that can die and come again, and one or two builds that launch the same. */
final class ModelWorld {

    /** Longer than any clean-up is attempted. */
    private static final Duration EVERYTHING = Duration.ofDays(3);

    /** What is on its way when Jenkins dies arrives before it is there again. */
    private static final Duration RESTART = Duration.ofSeconds(10);

    private static final int MOST_TASKS = 20_000;

    /**
     * @param second when another build launches the same; null for never
     * @param timeout zero for none
     */
    record Scenario(RunType kind, Duration second, Duration timeout) {}

    private final Scenario scenario;
    private final ModelChoices choices;
    private final List<String> trace;
    private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(1_800_000_000));
    private final ModelThreads.Tasks tasks = new ModelThreads.Tasks(clock);
    private final ModelServer server = new ModelServer(this);
    private final List<ModelBuild> builds = new ArrayList<>();
    private List<RunEntry> registered = List.of();
    private Instant awayUntil = Instant.MIN;
    private ModelJenkins jenkins;
    private int processes;
    private int run;
    private final StringBuilder inFlight = new StringBuilder();
    private boolean writeFailed;
    private String violation;

    /** @param trace takes what happens; null for nothing */
    ModelWorld(Scenario scenario, ModelChoices choices, List<String> trace) {
        this.scenario = scenario;
        this.choices = choices;
        this.trace = trace;
    }

    /** Runs until nothing happens any more; returns what is wrong then. */
    Optional<String> explore() {
        builds.add(new ModelBuild(this, "A"));
        builds.add(new ModelBuild(this, "B"));
        boot();
        jenkins.begin(builds.get(0));
        if (scenario.second() != null) {
            tasks.add(0, scenario.second(), () -> beginSecond(builds.get(1)));
        }
        loop(clock.instant().plus(EVERYTHING), 0);
        if (writeFailed) {
            choices.end();
            crash();
            loop(clock.instant().plus(EVERYTHING), 0);
        }
        if (violation == null && !choices.known()) {
            ModelRules.check(this).ifPresent(this::violated);
        }
        return Optional.ofNullable(violation);
    }

    /** Whether nothing went wrong that a build must not survive. */
    boolean harmless() {
        return choices.onlyOf(EnumSet.of(
                ModelFault.CRASH,
                ModelFault.CRASH_PROCESSED,
                ModelFault.RESTART,
                ModelFault.OVERTAKE,
                ModelFault.RESPONSE_LOST,
                ModelFault.PROCESSED_LATE,
                ModelFault.SLOW));
    }

    /** What the registry could not forget is forgotten after the next start. */
    void writeFailed() {
        writeFailed = true;
    }

    private void beginSecond(ModelBuild build) {
        if (jenkins == null) {
            tasks.add(0, RESTART, () -> beginSecond(build));
        } else {
            jenkins.begin(build);
        }
    }

    private void loop(Instant until, int process) {
        int limit = run + MOST_TASKS;
        while (violation == null && !choices.known() && (process == 0 || lives(process))) {
            step();
            if (!choices.known() && (process == 0 || lives(process)) && !runNext(until)) {
                return;
            }
            if (++run > limit) {
                violated("it never comes to rest");
            }
        }
    }

    private boolean runNext(Instant until) {
        try {
            return tasks.runNext(until);
        } catch (RuntimeException | Error e) {
            violated("a task throws " + e);
            return false;
        }
    }

    private void step() {
        List<ModelFault> possible = new ArrayList<>();
        if (jenkins != null) {
            possible.add(ModelFault.CRASH);
            possible.add(ModelFault.RESTART);
        }
        if (builds.get(0).canAbort()) {
            possible.add(ModelFault.ABORT_A);
        }
        if (builds.get(1).canAbort()) {
            possible.add(ModelFault.ABORT_B);
        }
        if (tasks.canOvertake()) {
            possible.add(ModelFault.OVERTAKE);
        }
        switch (choose("step", possible.toArray(ModelFault[]::new))) {
            case CRASH -> crash();
            case RESTART -> restart();
            case ABORT_A -> builds.get(0).abort();
            case ABORT_B -> builds.get(1).abort();
            case OVERTAKE -> tasks.overtake();
            default -> {}
        }
    }

    ModelFault choose(String where, ModelFault... possible) {
        ModelFault fault = choices.choose(() -> situation(where), List.of(possible));
        if (fault != ModelFault.NONE) {
            trace(fault + " at " + where);
        }
        return fault;
    }

    private CharSequence situation(String where) {
        StringBuilder text = new StringBuilder(where).append(inFlight);
        text.append(jenkins == null)
                .append(Math.max(0, Duration.between(now(), awayUntil).toSeconds()));
        server.describe(text);
        builds.forEach(build -> build.describe(text));
        registered.forEach(entry -> {
            text.append('\n').append(entry.owner().key());
            ModelBuild.describe(text, entry.state(), now());
        });
        text.append('\n');
        tasks.describe(text);
        return text;
    }

    private void boot() {
        jenkins = new ModelJenkins(this, ++processes);
        trace("Jenkins starts");
    }

    /** Jenkins is gone, and comes again a little later. */
    void crash() {
        if (jenkins == null) {
            return;
        }
        trace("Jenkins is gone");
        tasks.forget(jenkins.process());
        jenkins = null;
        builds.forEach(ModelBuild::unload);
        tasks.add(0, RESTART, () -> {
            boot();
            jenkins.start(builds);
        });
    }

    private void restart() {
        jenkins.shutDown();
        int process = jenkins.process();
        while (lives(process) && tasks.runNext(now())) {
            run++;
        }
        crash();
    }

    /** Lets everything else go on meanwhile. */
    void pass(Duration time, int process) {
        int length = inFlight.length();
        Instant end = now().plus(time);
        inFlight.append(end.getEpochSecond() % 1000).append('>');
        loop(end, process);
        inFlight.setLength(length);
        if (lives(process) && now().isBefore(end)) {
            clock.advance(Duration.between(now(), end));
        }
    }

    /** Whether the process is still there. */
    boolean lives(int process) {
        return jenkins != null && jenkins.process() == process && violation == null && !choices.known();
    }

    void away(Duration time) {
        awayUntil = now().plus(time);
    }

    boolean isAway() {
        return now().isBefore(awayUntil);
    }

    void isOwn(ModelBuild build, ModelServer.Result result, String verb) {
        if (!result.build.equals(build.name())) {
            violated(build.name() + " " + verb + " the result of " + result.build);
        }
    }

    void violated(String what) {
        if (violation == null) {
            violation = what;
            trace("WRONG: " + what);
        }
    }

    void trace(String line) {
        if (trace != null) {
            trace.add((now().getEpochSecond() - 1_800_000_000) + " s: " + line);
        }
    }

    List<RunEntry> registered() {
        return registered;
    }

    void register(List<RunEntry> entries) {
        registered = entries;
        trace("registered "
                + entries.stream()
                        .map(entry -> entry.owner().key() + " " + entry.state().phase() + " "
                                + entry.state().cleanupSteps())
                        .toList());
    }

    ModelBuild build(String name) {
        return builds.get(name.equals("A") ? 0 : 1);
    }

    List<ModelBuild> builds() {
        return builds;
    }

    Scenario scenario() {
        return scenario;
    }

    ModelJenkins jenkins() {
        return jenkins;
    }

    ModelServer server() {
        return server;
    }

    ModelThreads.Tasks tasks() {
        return tasks;
    }

    ManualClock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }
}
