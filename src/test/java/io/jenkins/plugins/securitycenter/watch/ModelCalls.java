package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Problems;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The way to the {@link ModelServer} and back, on which everything can go wrong. */
final class ModelCalls {

    private static final Duration LATE = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration AWAY = Duration.ofSeconds(90);

    private final ModelWorld world;
    private final ModelBuild build;
    private final int process;

    ModelCalls(ModelWorld world, ModelBuild build, int process) {
        this.world = world;
        this.build = build;
        this.process = process;
    }

    /** Sends a request that changes nothing. */
    <R> R read(String what, Supplier<R> answer) throws SecurityCenterException {
        ModelFault fault = world.choose(
                what, ModelFault.AWAY, ModelFault.SLOW, ModelFault.LOGIN_REFUSED, ModelFault.THROWN, ModelFault.CRASH);
        before(what, fault);
        if (fault == ModelFault.SLOW) {
            world.pass(SLOW, process);
        }
        R result = answer.get();
        alive();
        return result;
    }

    /** Sends a request that changes something; it is refused when nothing comes of it. */
    String change(String what, Supplier<Optional<String>> processing) throws SecurityCenterException {
        return send(what, processing, () -> {});
    }

    /** Sends the launch, the only one of the build that the server may have received. */
    String launch(Supplier<Optional<String>> processing) throws SecurityCenterException {
        return send("launch", processing, build::launches);
    }

    private String send(String what, Supplier<Optional<String>> processing, Runnable mayArrive)
            throws SecurityCenterException {
        ModelFault fault = world.choose(
                what,
                ModelFault.REFUSED,
                ModelFault.NOT_SENT,
                ModelFault.LOST,
                ModelFault.RESPONSE_LOST,
                ModelFault.PROCESSED_LATE,
                ModelFault.SLOW,
                ModelFault.LOGIN_REFUSED,
                ModelFault.AWAY,
                ModelFault.THROWN,
                ModelFault.CRASH_PROCESSED);
        if (fault == ModelFault.REFUSED || fault == ModelFault.THROWN) {
            build.denied();
        }
        before(what, fault);
        AtomicReference<Optional<String>> answer = new AtomicReference<>(Optional.empty());
        Runnable task = () -> answer.set(processing.get());
        if (fault != ModelFault.REFUSED && fault != ModelFault.NOT_SENT) {
            mayArrive.run();
        }
        switch (fault) {
            case REFUSED -> throw Problems.refused(what);
            case NOT_SENT -> throw Problems.notConnected(what);
            case LOST -> throw Problems.responseLost(what);
            case RESPONSE_LOST -> {
                task.run();
                throw Problems.responseLost(what);
            }
            case PROCESSED_LATE -> {
                world.tasks().add(0, LATE, task);
                throw Problems.responseLost(what);
            }
            case SLOW -> {
                world.tasks().add(0, LATE, task);
                world.pass(SLOW, process);
            }
            case CRASH_PROCESSED -> {
                task.run();
                world.crash();
            }
            default -> task.run();
        }
        alive();
        return answer.get().orElseThrow(() -> Problems.refused(what));
    }

    private void before(String what, ModelFault fault) throws SecurityCenterException {
        alive();
        if (fault == ModelFault.AWAY) {
            world.away(AWAY);
        }
        if (fault == ModelFault.CRASH) {
            world.crash();
        }
        if (fault == ModelFault.THROWN) {
            throw new IllegalStateException("A defect.");
        }
        if (fault == ModelFault.LOGIN_REFUSED) {
            throw Problems.loginRefused(what);
        }
        alive();
        if (world.isAway()) {
            throw Problems.notConnected(what);
        }
    }

    /** What a process does that is gone has no effect. */
    private void alive() {
        if (!world.lives(process)) {
            throw new IllegalStateException("Jenkins is gone.");
        }
    }
}
