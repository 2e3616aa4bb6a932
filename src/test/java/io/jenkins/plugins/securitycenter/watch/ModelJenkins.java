package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** One process of a Jenkins: what dies with it. */
final class ModelJenkins {

    private static final URI URL = URI.create("https://model");
    private static final ServerAccount TARGET =
            new ServerAccount(Endpoint.of("model", URL), new Login.ApiKeys("a", "b"), Duration.ofSeconds(5));

    private static SessionPool sessions;
    private static SecurityCenter kept;

    private final ModelWorld world;
    private final int process;
    private final WatchServices services;

    ModelJenkins(ModelWorld world, int process) {
        this.world = world;
        this.process = process;
        RunRegistry registry = new RunRegistry(Path.of("model"), Store::new);
        this.services = new WatchServices(sessions(), new ModelThreads(world, process), registry, world.clock());
    }

    /** Nothing is ever sent; making the client anew for each process would take most of the time. */
    private static SessionPool sessions() {
        if (sessions == null) {
            sessions = new SessionPool(RetryPolicy.DEFAULT, time -> {}, InstantSource.system());
            kept = sessions.open(TARGET.endpoint(), TARGET.login());
        }
        return sessions;
    }

    int process() {
        return process;
    }

    WatchServices services() {
        return services;
    }

    ServerRuns runs() {
        return services.registry().on(URL);
    }

    ModelActions actions(ModelBuild build, ModelLauncher launcher) {
        return new ModelActions(
                world, build, process, new ServerActions<>(services, build.owner(), () -> TARGET, launcher));
    }

    /** Loads the builds that have not ended, lets them go on, and then looks after the runs of the others. */
    void start(Collection<ModelBuild> builds) {
        for (ModelBuild build : builds) {
            if (build.begun() && !build.ended()) {
                begin(build);
            }
        }
        world.tasks().add(process, Duration.ZERO, () -> cleanUp(runs().detached(), true));
    }

    void begin(ModelBuild build) {
        build.load(this);
        world.tasks().in(build.name(), () -> world.tasks().add(process, Duration.ZERO, build::start));
    }

    void buildEnded(RunOwner owner) {
        List<RunEntry> left = runs().detached().stream()
                .filter(entry -> entry.owner().build().equals(owner.build()))
                .toList();
        world.tasks().add(process, Duration.ZERO, () -> cleanUp(left, false));
    }

    private void cleanUp(List<RunEntry> entries, boolean onlyOver) {
        for (RunEntry entry : entries) {
            ModelBuild build = world.build(entry.owner().key());
            boolean told = entry.state().phase() == RunState.Phase.CLEANING_UP
                    && entry.state().isReported();
            if (!onlyOver || build.ended() || told) {
                ModelActions actions = actions(build, new ModelLauncher(world, build, process));
                OrphanedRunLog<String> listener = new OrphanedRunLog<>(entry.owner());
                world.tasks()
                        .in(
                                build.name(),
                                () -> new WatchedRun<>(services, entry.owner(), actions, entry.state(), listener)
                                        .cleanUp());
            }
        }
    }

    /** An orderly end: nothing new begins. */
    void shutDown() {
        services.close();
        sessions = null;
        kept = null;
    }

    /** The file of the registry, which outlives the process. */
    private final class Store extends RunFile {

        Store(Path directory, String name, String url) {
            super(directory, name, url);
        }

        @Override
        List<RunEntry> read() {
            return world.registered();
        }

        @Override
        void write(Collection<RunEntry> entries) throws IOException {
            if (!world.lives(process)) {
                return;
            }
            switch (world.choose("write registry", ModelFault.NOT_STORED, ModelFault.CRASH)) {
                case NOT_STORED -> {
                    world.writeFailed();
                    throw new IOException("The disk is full.");
                }
                case CRASH -> world.crash();
                default -> world.register(List.copyOf(entries));
            }
        }
    }
}
