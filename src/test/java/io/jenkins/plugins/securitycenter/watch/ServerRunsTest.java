package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerRunsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    private ServerRuns runs;
    private final List<String> granted = new ArrayList<>();

    @BeforeEach
    void open() {
        runs = reopened();
    }

    private ServerRuns reopened() {
        return new ServerRuns(new RunFile(directory, "runs.json", "https://sc"));
    }

    private static RunState scan(String id) {
        return RunState.initial().ofType(RunType.SCAN, true, null).named(id, "Weekly");
    }

    private static RunEntry entry(String key, RunState state) {
        return new RunEntry(WatchRig.owner(key), state);
    }

    private boolean take(String key, RunState state) {
        return runs.takeTurn(entry(key, state), () -> granted.add(key));
    }

    @Test
    void grantsTheTurnAlthoughTheEndCannotBeStored() throws Exception {
        Path inFile = Files.writeString(directory.resolve("file"), "").resolve("below");
        ServerRuns unstored = new ServerRuns(new RunFile(inFile, "runs.json", "https://sc"));
        RunState doubtful = scan("1").in(Phase.LAUNCH_IN_DOUBT);
        assertThatThrownBy(() -> unstored.put(entry("a", doubtful))).isInstanceOf(IOException.class);
        assertThat(unstored.takeTurn(entry("b", scan("1").in(Phase.QUEUED)), () -> granted.add("b")))
                .isFalse();
        assertThatThrownBy(() -> unstored.put(entry("a", doubtful.in(Phase.ENDED))))
                .isInstanceOf(IOException.class);
        assertThat(granted).containsExactly("b");
    }

    @Test
    void remembersWhatIsNotEnded() throws Exception {
        runs.put(entry("a", scan("1").in(Phase.QUEUED)));
        assertThat(runs.knows("a")).isTrue();
        assertThat(reopened().detached()).extracting(one -> one.owner().key()).containsExactly("a");
        runs.put(entry("a", scan("1").in(Phase.ENDED)));
        assertThat(runs.knows("a")).isFalse();
        assertThat(reopened().detached()).isEmpty();
    }

    @Test
    void followsAJobThatIsRenamedOrMoved() throws Exception {
        RunEntry running = entry("1", scan("1").in(Phase.WAITING));
        RunState left = RunState.initial()
                .ofType(RunType.ON_DEMAND_SCAN, false, new ScanOwnerTag("here", "job#2"))
                .leavingOver()
                .concluded(Conclusion.FAILED, "", List.of(), NOW);
        runs.put(running);
        runs.put(entry("2", left));
        runs.put(new RunEntry(new RunOwner("3", "folder/job#3", "simulator", ""), scan("2")));

        runs.moved("job", "folder/new");
        runs.put(running);

        for (ServerRuns present : List.of(runs, reopened())) {
            assertThat(present.detached())
                    .extracting(entry -> entry.owner().build())
                    .containsExactly("folder/new#1", "folder/job#3");
            assertThat(present.leftOvers())
                    .extracting(entry -> entry.owner().build())
                    .containsExactly("folder/new#2");
        }
    }

    @Test
    void remembersResultsOfEndedRunsWhileALaunchIsInDoubt() throws Exception {
        RunState doubtful = scan("1").in(Phase.LAUNCH_IN_DOUBT);
        RunState over = scan("2").waitingFor("8").in(Phase.ENDED);
        runs.put(entry("earlier", scan("2").waitingFor("7").in(Phase.ENDED)));
        runs.put(entry("a", doubtful));
        runs.put(entry("b", over));
        for (ServerRuns present : List.of(runs, reopened())) {
            assertThat(present.claimed(RunType.IMPORT, "8", "a")).isTrue();
            assertThat(present.claimed(RunType.IMPORT, "7", "a")).isFalse();
            assertThat(present.knows("b")).isFalse();
            assertThat(present.detached()).hasSize(1);
        }
        runs.put(entry("a", doubtful.in(Phase.ENDED)));
        assertThat(runs.claimed(RunType.IMPORT, "8", "c")).isFalse();
        assertThat(reopened().claimed(RunType.IMPORT, "8", "c")).isFalse();
    }

    @Test
    void doesNotWriteWhatIsStoredAlready() throws Exception {
        RunEntry entry = entry("a", scan("1").in(Phase.QUEUED));
        runs.put(entry);
        Files.delete(directory.resolve("runs.json"));
        runs.put(entry);
        runs.put(entry("b", scan("1").in(Phase.ENDED)));
        assertThat(directory.resolve("runs.json")).doesNotExist();
        runs.put(entry("a", scan("1").in(Phase.LAUNCHING)));
        assertThat(directory.resolve("runs.json")).exists();
    }

    @Test
    void tellsWhoIsLookedAfter() throws Exception {
        runs.put(entry("a", scan("1")));
        assertThat(runs.attach("a")).isTrue();
        assertThat(runs.attach("a")).isFalse();
        assertThat(runs.detached()).isEmpty();
        runs.detach("a");
        assertThat(runs.detached()).hasSize(1);
        assertThat(runs.attach("a")).isTrue();
    }

    @Test
    void givesAResultToOneRunOnly() throws Exception {
        runs.put(entry("a", scan("1").waitingFor("8")));
        assertThat(runs.claimed(RunType.SCAN, "8", "b")).isTrue();
        assertThat(runs.claimed(RunType.ON_DEMAND_SCAN, "8", "b")).isTrue();
        assertThat(runs.claimed(RunType.REPORT, "8", "b")).isFalse();
        assertThat(runs.claimed(RunType.SCAN, "8", "a")).isFalse();
        assertThat(runs.claimed(RunType.SCAN, "9", "b")).isFalse();
        assertThat(runs.claimed(RunType.SCAN, "", "b")).isFalse();
        assertThatThrownBy(() -> runs.put(entry("b", scan("1").waitingFor("8"))))
                .isInstanceOf(ScanFailedException.class)
                .hasMessage("Result 8 already belongs to build job#a; start the build again.");
        assertThat(runs.knows("b")).isFalse();
        runs.put(entry("b", scan("1").waitingFor("8").in(Phase.ENDED)));
        runs.put(entry("a", scan("1").waitingFor("8").in(Phase.ENDED)));
        assertThat(runs.claimed(RunType.SCAN, "8", "b")).isFalse();
    }

    @Test
    void aReportIsNoScanResult() throws Exception {
        RunState report = RunState.initial().ofType(RunType.REPORT, true, null).named("1", "R");
        runs.put(entry("a", report.waitingFor("8")));
        assertThat(runs.claimed(RunType.REPORT, "8", "b")).isTrue();
        assertThat(runs.claimed(RunType.SCAN, "8", "b")).isFalse();
    }

    @Test
    void knowsRivalsInDoubt() throws Exception {
        RunEntry mine = entry("a", scan("1").launching(3, NOW));
        runs.put(mine);
        assertThat(runs.otherInDoubt(mine)).isEmpty();
        runs.put(entry("b", scan("2").launching(3, NOW)));
        runs.put(entry("c", scan("1").waitingFor("4")));
        assertThat(runs.otherInDoubt(mine)).isEmpty();
        runs.put(entry("d", scan("1").launching(3, NOW)));
        assertThat(runs.otherInDoubt(mine).orElseThrow().owner().key()).isEqualTo("d");
    }

    @Test
    void keepsTheDefinitionsThatAreNeeded() throws Exception {
        ScanOwnerTag mark = new ScanOwnerTag("jenkins", "job#1");
        RunState made = RunState.initial().ofType(RunType.ON_DEMAND_SCAN, true, mark);
        assertThat(runs.isOwnerTagInUse(mark)).isFalse();
        runs.put(entry("a", made.in(Phase.CREATING)));
        assertThat(runs.isOwnerTagInUse(mark)).isTrue();
        assertThat(runs.isOwnerTagInUse(new ScanOwnerTag("jenkins", "job#2"))).isFalse();
        runs.put(entry("a", made.concluded(Conclusion.ABORTED, "", List.of(CleanupStep.REMOVE), NOW)));
        assertThat(runs.isOwnerTagInUse(mark)).isFalse();
    }

    @Test
    void launchesOfTheSameTakeTurns() {
        assertThat(take("a", scan("1"))).isTrue();
        assertThat(take("b", scan("1"))).isFalse();
        assertThat(take("c", scan("1"))).isFalse();
        assertThat(take("d", scan("2"))).isTrue();
        assertThat(granted).containsExactly("a", "d");
        runs.leaveTurn("b");
        assertThat(granted).containsExactly("a", "d");
        runs.leaveTurn("a");
        assertThat(granted).containsExactly("a", "d", "c");
    }

    @Test
    void aLaunchInDoubtHoldsUpThoseOfTheSame() throws Exception {
        runs.put(entry("a", scan("1").launching(3, NOW)));
        assertThat(take("a", scan("1"))).isTrue();
        runs.leaveTurn("a");
        assertThat(take("b", scan("1"))).isFalse();
        assertThat(take("c", scan("2"))).isTrue();
        runs.put(entry("a", scan("1").waitingFor("4")));
        assertThat(granted).containsExactly("a", "c", "b");
    }

    @Test
    void anOnDemandScanIsAScan() {
        RunState made =
                RunState.initial().ofType(RunType.ON_DEMAND_SCAN, true, null).named("1", "Weekly");
        assertThat(take("a", made)).isTrue();
        assertThat(take("b", scan("1"))).isFalse();
        assertThat(take(
                        "c",
                        RunState.initial().ofType(RunType.IMPORT, true, null).named("1", "Weekly")))
                .isTrue();
    }

    @Test
    void setsADamagedFileAside() throws Exception {
        Files.writeString(directory.resolve("runs.json"), "{\"runs\": [");
        runs = reopened();
        assertThat(runs.detached()).isEmpty();
        assertThat(directory.resolve("runs.json")).doesNotExist();
        assertThat(directory.resolve("runs.json.damaged")).hasContent("{\"runs\": [");
        assertThat(runs.mayHaveLeftOvers(new AccountId("", "one"))).isTrue();
        runs.put(entry("a", scan("1")));
        assertThat(reopened().knows("a")).isTrue();
    }

    @Test
    void knowsWhoMaySeeWhatIsLeft() throws Exception {
        assertThat(runs.mayHaveLeftOvers(new AccountId("", "one"))).isFalse();
        runs.put(left("a", "one"));
        for (ServerRuns known : List.of(runs, reopened())) {
            assertThat(known.detached()).isEmpty();
            assertThat(known.mayHaveLeftOvers(new AccountId("other", "one"))).isTrue();
            assertThat(known.mayHaveLeftOvers(new AccountId("", "two"))).isTrue();
            assertThat(known.mayHaveLeftOvers(new AccountId("other", "two"))).isFalse();
        }
    }

    @Test
    void forgetsWhatWasRemovedOrIsNotThere() throws Exception {
        runs.put(left("a", "one"));
        runs.put(left("b", "one"));
        runs.searched(search("two", Set.of(), Set.of()));
        assertThat(reopened().mayHaveLeftOvers(new AccountId("other", "one"))).isTrue();
        runs.searched(search("one", Set.of(), Set.of(tag("b"))));
        assertThat(reopened().mayHaveLeftOvers(new AccountId("other", "one"))).isTrue();
        runs.searched(search("two", Set.of(tag("b")), Set.of(tag("b"))));
        assertThat(reopened().mayHaveLeftOvers(new AccountId("other", "one"))).isTrue();
        runs.searched(search("two", Set.of(tag("b")), Set.of()));
        assertThat(reopened().mayHaveLeftOvers(new AccountId("other", "one"))).isFalse();
        runs.put(left("c", "one"));
        runs.searched(search("one", Set.of(), Set.of()));
        assertThat(reopened().mayHaveLeftOvers(new AccountId("other", "one"))).isFalse();
    }

    @Test
    void runThatGoesOnHasNothingLeft() throws Exception {
        runs.put(left("a", "one"));
        runs.put(entry("a", left("a", "one").state().in(Phase.WAITING)));
        assertThat(runs.mayHaveLeftOvers(new AccountId("", "one"))).isFalse();
        assertThat(reopened().detached()).hasSize(1);
    }

    @Test
    void remembersWhatWasLeftDuringTheSearch() throws Exception {
        LeftOverRuns.Search earlier = search("one", Set.of(), Set.of());
        runs.put(left("a", "one"));
        runs.searched(earlier);
        assertThat(runs.leftOvers()).hasSize(1);
    }

    private LeftOverRuns.Search search(String account, Set<ScanOwnerTag> removed, Set<ScanOwnerTag> remaining) {
        return new LeftOverRuns.Search(new AccountId("", account), runs.leftOvers(), removed, remaining);
    }

    private static ScanOwnerTag tag(String key) {
        return new ScanOwnerTag("jenkins", "job#" + key);
    }

    private static RunEntry left(String key, String account) {
        return entry(
                key,
                RunState.initial()
                        .ofType(RunType.ON_DEMAND_SCAN, true, tag(key))
                        .withAccount(account)
                        .leavingOver()
                        .concluded(Conclusion.FAILED, "", List.of(), NOW));
    }

    @Test
    void tellsWhatCannotBeStored() throws Exception {
        Files.createDirectory(directory.resolve("runs.json.part"));
        assertThatThrownBy(() -> runs.put(entry("a", scan("1")))).isInstanceOf(IOException.class);
    }

    @Test
    void tellsWaitingRunsFromThoseThatCleanUp() throws IOException {
        RunEntry waiting = entry("waiting", scan("1").waitingFor("7"));
        RunEntry resumed = entry("not resumed yet", scan("2").waitingFor("8"));
        RunEntry cleansUp = entry(
                "cleans up",
                scan("3").waitingFor("9").concluded(Conclusion.ABORTED, "", List.of(CleanupStep.STOP), NOW));
        for (RunEntry one : List.of(waiting, resumed, cleansUp)) {
            runs.put(one);
        }
        runs.attach("waiting");
        runs.attach("cleans up");
        assertThat(runs.waiting()).containsExactly(waiting);
        assertThat(runs.cleaningUp()).containsExactly(cleansUp);
        runs.detach("cleans up");
        assertThat(runs.cleaningUp()).containsExactly(cleansUp);
    }
}
