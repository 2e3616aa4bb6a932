package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What must be true when nothing happens any more and the server is well. */
final class ModelRules {

    private ModelRules() {}

    static Optional<String> check(ModelWorld world) {
        for (ModelBuild build : world.builds()) {
            if (build.begun() && !build.ended()) {
                return Optional.of(build.name() + " was not told how it ended");
            }
        }
        List<RunEntry> active = world.registered().stream()
                .filter(entry -> !entry.state().leftOver())
                .toList();
        if (!active.isEmpty()) {
            return Optional.of("the registry still has " + active);
        }
        return left(world).or(() -> turn(world));
    }

    private static Optional<String> left(ModelWorld world) {
        RunType kind = world.scenario().kind();
        boolean inTime = world.scenario().timeout().toMinutes() > 1;
        for (ModelServer.Created created : world.server().created) {
            boolean swept = world.build(created.build).isDenied()
                    && kind == RunType.ON_DEMAND_SCAN
                    && !world.jenkins().runs().isOwnerTagInUse(created.mark);
            if (!created.removed && !swept && kind == RunType.ON_DEMAND_SCAN) {
                return Optional.of("definition " + created.id + " is left");
            }
        }
        for (ModelServer.Result result : world.server().results) {
            ModelBuild build = world.build(result.build);
            if (world.harmless() && inTime && build.outcome() != Conclusion.FINISHED) {
                return Optional.of("result " + result.id + " of " + result.build + " is given up");
            }
            boolean stops = build.outcome() == Conclusion.ABORTED && !build.isDenied() && kind != RunType.IMPORT;
            if (stops && world.server().running(result)) {
                return Optional.of("result " + result.id + " of an aborted build is left running");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> turn(ModelWorld world) {
        RunState queued = RunState.initial()
                .ofType(world.scenario().kind(), true, null)
                .named(ModelServer.SHARED, "Weekly")
                .in(RunState.Phase.QUEUED);
        AtomicBoolean granted = new AtomicBoolean();
        world.jenkins()
                .runs()
                .takeTurn(new RunEntry(new RunOwner("C", "job#C", "model", ""), queued), () -> granted.set(true));
        return granted.get() ? Optional.empty() : Optional.of("a turn is held for ever");
    }
}
