package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {

    private static final RunState NAMED =
            RunState.initial().ofType(RunType.SCAN, true, null).named("1", "Weekly network scan");
    private static final RunState LAUNCHING = NAMED.launching(-1, Instant.EPOCH);
    private static final RunState WAITING = NAMED.waitingFor("8");

    @TempDir
    Path temporary;

    private CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
    private final RecordedRun<String> build = new RecordedRun<>() {
        @Override
        public CompletionStage<Void> saved(RunState state) {
            super.saved(state);
            return stored;
        }
    };
    private final List<IOException> failures = new ArrayList<>();
    private Path directory;
    private ServerRuns runs;
    private RunJournal journal;

    @BeforeEach
    void createJournal() {
        directory = temporary.resolve("runs");
        runs = new RunRegistry(directory).on(URI.create("https://sc.example.com"));
        journal = new RunJournal(
                WatchRig.owner("one"), runs, new ConclusionReporter<>(build), Runnable::run, () -> {}, failures::add);
    }

    @Test
    void conclusionIsReportedIfAnotherStateFollows() {
        RunState failed = WAITING.concluded(Conclusion.FAILED, "stored", List.of(), Instant.EPOCH);
        journal.add(failed, true, true);
        journal.add(failed, true, false);
        journal.flush();

        assertThat(build.failures).hasSize(1);
    }

    @Test
    void statesAreStoredOneAfterAnother() {
        CompletableFuture<Void> pending = new CompletableFuture<>();
        stored = pending;
        journal.add(LAUNCHING, true, false);
        journal.flush();
        journal.add(WAITING, true, false);
        journal.flush();
        assertThat(build.states).containsExactly(LAUNCHING);
        pending.complete(null);

        assertThat(build.states).containsExactly(LAUNCHING, WAITING);
    }

    /** After a restart, another run could otherwise launch the same scan or take its result. */
    @Test
    void launchThatIsNotInTheRegistryFails() throws IOException {
        Files.writeString(directory, "not a directory");
        journal.add(LAUNCHING, true, false);
        journal.flush();

        assertThat(failures)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).hasMessageStartingWith("Could not store the state of the run: "));
    }

    @Test
    void runOnTheServerContinuesWithoutTheRegistry() throws IOException {
        Files.writeString(directory, "not a directory");
        journal.add(WAITING, true, false);
        journal.flush();

        assertThat(failures).isEmpty();
        assertThat(build.states).containsExactly(WAITING);
    }

    @Test
    void resultOfAnotherBuildFailsTheRun() throws IOException {
        runs.put(new RunEntry(WatchRig.owner("other"), WAITING));
        journal.add(WAITING, true, false);
        journal.flush();

        assertThat(failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .isInstanceOf(ScanFailedException.class)
                        .hasMessage("Result 8 already belongs to build job#other; start the build again."));
    }
}
