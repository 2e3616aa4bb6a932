package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A build: the state of its step as it is stored, and what it was told. */
final class ModelBuild {

    /** The wait for a clean-up, and for a call that holds up what tells its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ModelWorld world;
    private final String name;
    private boolean launched;
    private boolean givenUp;
    private boolean denied;
    private RunState stored;
    private boolean ended;
    private int told;
    private RunState.Conclusion outcome;
    private int process;
    private WatchedRun<String> run;
    private ModelActions actions;
    private Instant aborted;

    ModelBuild(ModelWorld world, String name) {
        this.world = world;
        this.name = name;
    }

    String name() {
        return name;
    }

    RunOwner owner() {
        return new RunOwner(name, "job#" + name, "model", "");
    }

    /** Begins, or is there again in a new process; a run that was told in time has ended. */
    void load(ModelJenkins jenkins) {
        process = jenkins.process();
        told = 0;
        aborted = null;
        run = null;
        if (stored == null) {
            stored = RunState.initial();
        }
        ModelLauncher launcher = new ModelLauncher(world, this, process);
        actions = jenkins.actions(this, launcher);
        RunState known = stored.ofType(launcher.type(), launcher.stopOnAbort(), launcher.ownerTag());
        run = new WatchedRun<>(jenkins.services(), owner(), actions, known, new Listener(process));
    }

    void start() {
        if (lives(process)) {
            run.start();
        }
    }

    /** The process is gone. */
    void unload() {
        run = null;
    }

    boolean canAbort() {
        return run != null && !ended && aborted == null && told == 0;
    }

    void abort() {
        aborted = world.now();
        giveUp();
        world.tasks().in(name, run::abort);
    }

    /** The result does not end by itself any more, so that it is seen whether it is stopped. */
    void giveUp() {
        givenUp = true;
        world.server().hang(name);
    }

    boolean givenUp() {
        return givenUp;
    }

    /** What the server refuses, or a defect prevents, is left to people, or to the sweep of later builds. */
    void denied() {
        denied = true;
    }

    boolean isDenied() {
        return denied;
    }

    boolean begun() {
        return stored != null;
    }

    boolean ended() {
        return ended;
    }

    RunState.Conclusion outcome() {
        return outcome;
    }

    /** The server may receive a launch. */
    void launches() {
        if (launched) {
            world.violated(name + " launches twice");
        }
        launched = true;
    }

    private boolean lives(int ofProcess) {
        return world.lives(ofProcess);
    }

    private void told(int inProcess, RunState.Conclusion how) {
        ModelFault fault = lives(inProcess)
                ? world.choose("tell " + name, ModelFault.NOT_STORED, ModelFault.CRASH)
                : ModelFault.NONE;
        if (fault == ModelFault.CRASH) {
            world.crash();
        }
        if (!lives(inProcess)) {
            return;
        }
        if (fault == ModelFault.NOT_STORED) {
            throw new IllegalStateException("The build cannot take it.");
        }
        if (++told > 1 || ended) {
            world.violated(name + " is told twice");
        }
        if (aborted != null && world.now().isAfter(aborted.plus(PATIENCE))) {
            world.violated(name + " waits too long for the end of its abort");
        }
        outcome = how;
        world.tasks().add(inProcess, Duration.ZERO, () -> {
            ended = true;
            world.jenkins().buildEnded(owner());
        });
    }

    void describe(StringBuilder text) {
        text.append('\n')
                .append(name)
                .append(launched)
                .append(givenUp)
                .append(denied)
                .append(ended)
                .append(told);
        text.append(
                aborted == null ? -1 : Duration.between(aborted, world.now()).toSeconds());
        text.append(outcome);
        describe(text, stored, world.now());
        if (run != null) {
            text.append(actions.polling());
            describe(text, actions.presentState(run), world.now());
            ModelFlags.describe(text, run, world.now());
        }
    }

    static void describe(StringBuilder text, RunState state, Instant now) {
        if (state == null) {
            return;
        }
        text.append('|')
                .append(state.phase())
                .append(state.subjectId())
                .append(',')
                .append(state.resultId());
        text.append(',').append(state.newestKnownResultId()).append(',').append(state.uploadedFile());
        text.append(state.conclusion()).append(state.problem().hashCode()).append(state.cleanupSteps());
        text.append(state.responseLost()).append(state.isReported());
        if (state.phase() != RunState.Phase.ENDED && state.phase() != RunState.Phase.NEW) {
            text.append(Duration.between(now, state.phaseStartedAt()).toSeconds())
                    .append(',');
            text.append(Duration.between(now, state.startedAt()).toSeconds());
        }
    }

    /** What the build is told in one process. */
    private final class Listener implements RunListener<String> {

        private final int inProcess;

        Listener(int inProcess) {
            this.inProcess = inProcess;
        }

        @Override
        public CompletionStage<Void> saved(RunState state) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            ModelFault fault = lives(inProcess) ? world.choose("save " + name, ModelFault.NOT_STORED) : ModelFault.NONE;
            Runnable save = () -> {
                stored = state;
                done.complete(null);
            };
            Runnable fail = () -> done.completeExceptionally(new IOException("The disk is full."));
            world.tasks().add(inProcess, Duration.ZERO, fault == ModelFault.NOT_STORED ? fail : save);
            return done;
        }

        @Override
        public void log(String line) {
            if (lives(inProcess)) {
                world.trace(name + " logs: " + line);
            }
        }

        @Override
        public void receive(SecurityCenter server, String result, Consumer<String> log) throws IOException {
            world.isOwn(ModelBuild.this, world.server().result(result), "takes");
            new ModelCalls(world, ModelBuild.this, inProcess).read("receive", () -> result);
        }

        @Override
        public void finished(String result) {
            world.isOwn(ModelBuild.this, world.server().result(result), "is told of");
            told(inProcess, RunState.Conclusion.FINISHED);
        }

        @Override
        public void failed(Exception problem) {
            world.trace(name + " fails: " + problem);
            told(inProcess, RunState.Conclusion.FAILED);
        }

        @Override
        public void aborted() {
            told(inProcess, RunState.Conclusion.ABORTED);
        }
    }
}
