package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void keepsTheGivenValues() {
        ScanOwnerTag mark = new ScanOwnerTag("jenkins", "job#1");
        RunState state =
                RunState.initial().ofType(RunType.ON_DEMAND_SCAN, true, mark).creating("1", "Weekly", NOW);
        assertThat(state.phase()).isEqualTo(Phase.CREATING);
        assertThat(state.startedAt()).isEqualTo(NOW);
        assertThat(state.ownerTag()).isEqualTo(mark);
        assertThat(state.stopOnAbort()).isTrue();
        assertThat(state.subjectName()).isEqualTo("Weekly");
        assertThat(state.created("5").subjectId()).isEqualTo("5");
        RunState launching = state.launching(7, NOW.plusSeconds(1));
        assertThat(launching.newestKnownResultId()).isEqualTo(7);
        assertThat(launching.startedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(launching.phaseStartedAt()).isEqualTo(NOW.plusSeconds(1));
        RunState doubtful = launching.inDoubt(Phase.LAUNCH_IN_DOUBT, true, NOW.plusSeconds(2));
        assertThat(doubtful.responseLost()).isTrue();
        assertThat(doubtful.phaseStartedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(doubtful.withResult("8").resultId()).isEqualTo("8");
        assertThat(doubtful.withResult("8").phase()).isEqualTo(Phase.LAUNCH_IN_DOUBT);
        assertThat(RunState.initial().newestKnownResultId()).isEqualTo(-1);
        assertThat(state.phase()).isEqualTo(Phase.CREATING);
    }

    @Test
    void anImportKeepsItsRepositoryAndItsFile() {
        RunState state = RunState.initial()
                .ofType(RunType.IMPORT, false, null)
                .creating("3", "a.nessus", NOW)
                .created("stored");
        assertThat(state.subjectId()).isEqualTo("3");
        assertThat(state.uploadedFile()).isEqualTo("stored");
    }

    @Test
    void endsWithItsLastCleanupStep() {
        RunState state = RunState.initial()
                .ofType(RunType.SCAN, true, null)
                .concluded(Conclusion.FAILED, "No.", List.of(CleanupStep.FIND, CleanupStep.STOP), NOW);
        assertThat(state.phase()).isEqualTo(Phase.CLEANING_UP);
        assertThat(state.phaseStartedAt()).isEqualTo(NOW);
        assertThat(state.problem()).isEqualTo("No.");
        assertThat(state.isReported()).isFalse();
        assertThat(state.inDoubt()).isTrue();
        assertThat(state.isComplete()).isTrue();
        assertThat(state.without(CleanupStep.FIND).cleanupSteps()).containsExactly(CleanupStep.STOP);
        assertThat(state.without(CleanupStep.FIND).inDoubt()).isFalse();
        RunState ended = state.without(CleanupStep.FIND, CleanupStep.STOP);
        assertThat(ended.phase()).isEqualTo(Phase.ENDED);
        assertThat(ended.isReported()).isTrue();
        assertThat(state.reported(true).without(CleanupStep.FIND).isReported()).isTrue();
        assertThat(state.aborted().conclusion()).isEqualTo(Conclusion.ABORTED);
        assertThat(state.aborted().problem()).isEmpty();
    }

    @Test
    void saysWhetherAFileMayBeNeeded() {
        RunState state = RunState.initial();
        assertThat(List.of(Phase.values()))
                .filteredOn(phase -> state.in(phase).mayUpload())
                .containsExactly(Phase.NEW, Phase.CREATING, Phase.QUEUED);
        assertThat(List.of(Phase.values()))
                .filteredOn(phase -> state.in(phase).inDoubt())
                .containsExactly(Phase.LAUNCHING, Phase.LAUNCH_IN_DOUBT);
        assertThat(List.of(RunAction.values()))
                .filteredOn(RunAction::sends)
                .containsExactly(RunAction.CREATE, RunAction.LAUNCH);
    }

    @Test
    void aCleanupWithoutStepsIsNotComplete() {
        RunState state = RunState.initial().ofType(RunType.SCAN, true, null);
        assertThat(state.isComplete()).isTrue();
        assertThat(state.in(Phase.CLEANING_UP).isComplete()).isFalse();
        RunState ended = state.concluded(Conclusion.FAILED, "No.", List.of(), NOW);
        assertThat(ended.isComplete()).isTrue();
        assertThat(ended.in(Phase.CLEANING_UP).isComplete()).isFalse();
    }
}
