package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The requests of a run, to the {@link ModelServer}. What is polled is the id of a result. */
final class ModelLauncher implements Launcher<String> {

    private final ModelWorld world;
    private final ModelBuild build;
    private final ModelCalls calls;

    ModelLauncher(ModelWorld world, ModelBuild build, int process) {
        this.world = world;
        this.build = build;
        this.calls = new ModelCalls(world, build, process);
    }

    @Override
    public RunType type() {
        return world.scenario().kind();
    }

    @Override
    public Duration timeout() {
        return world.scenario().timeout();
    }

    @Override
    public boolean stopOnAbort() {
        return type() != RunType.IMPORT;
    }

    @Override
    public ScanOwnerTag ownerTag() {
        return type() == RunType.ON_DEMAND_SCAN ? new ScanOwnerTag("jenkins", build.name()) : null;
    }

    @Override
    public String name() {
        return "Weekly";
    }

    @Override
    public RunMessages messages(Endpoint endpoint) {
        return new RunMessages(endpoint, "scan", "scan result", "launched", "completed");
    }

    @Override
    public RunEvent.Prepared prepare(SecurityCenter server, String account, Consumer<String> log, Instant now)
            throws SecurityCenterException {
        String id = type() == RunType.ON_DEMAND_SCAN ? "" : ModelServer.SHARED;
        return calls.read("prepare", () -> new RunEvent.Prepared(id, "Weekly", account, now));
    }

    @Override
    public String create(SecurityCenter server, RunState state) throws SecurityCenterException {
        return calls.change("create", () -> Optional.of(world.server().create(build.name(), ownerTag())));
    }

    @Override
    public Optional<String> findCreated(SecurityCenter server, RunState state) throws SecurityCenterException {
        return calls.read("find created", () -> world.server().find(ownerTag()));
    }

    @Override
    public long newestResult(SecurityCenter server) throws SecurityCenterException {
        return calls.read("newest", world.server()::newest);
    }

    @Override
    public Optional<String> launch(SecurityCenter server, RunState state) throws SecurityCenterException {
        boolean imports = type() == RunType.IMPORT;
        String needed = imports ? state.uploadedFile() : state.subjectId();
        String id = calls.launch(() -> {
            Optional<String> launched = world.server().launch(build.name(), state.subjectId(), needed);
            if (imports && launched.isPresent()) {
                world.server().remove(needed, true);
            }
            return launched;
        });
        return imports ? Optional.empty() : Optional.of(id);
    }

    @Override
    public List<String> newResults(SecurityCenter server, RunState state) throws SecurityCenterException {
        return calls.read(
                "find launched", () -> world.server().newResults(state.subjectId(), state.newestKnownResultId()));
    }

    @Override
    public String stop(SecurityCenter server, RunState state) throws SecurityCenterException {
        return calls.change("stop", () -> {
            ModelServer.Result result = world.server().result(state.resultId());
            world.isOwn(build, result, "stops");
            result.stopped = true;
            return Optional.of("Stopped.");
        });
    }

    @Override
    public Optional<String> remove(SecurityCenter server, RunState state) throws SecurityCenterException {
        boolean imports = type() == RunType.IMPORT;
        String known = imports ? state.uploadedFile() : state.subjectId();
        Optional<String> id = !known.isEmpty() || imports
                ? Optional.of(known).filter(one -> !one.isEmpty())
                : findCreated(server, state);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(calls.change(
                "remove", () -> world.server().remove(id.get(), false) ? Optional.of("Removed.") : Optional.empty()));
    }

    @Override
    public PollRegistry<String> polls(WatchServices services) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tracker<String> progress(Endpoint endpoint, RunState state) {
        throw new UnsupportedOperationException();
    }
}
