package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.RunState.Duty;
import io.jenkins.plugins.securitycenter.watch.RunState.Kind;
import io.jenkins.plugins.securitycenter.watch.RunState.Outcome;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Map<Phase, RunState> ofTheVersionBefore() throws Exception {
        Map<Phase, RunState> states = new EnumMap<>(Phase.class);
        try (InputStream lines = RunStateTest.class.getResourceAsStream("states.txt")) {
            for (String line : new String(lines.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] parts = line.trim().split(" ");
                byte[] bytes = Base64.getDecoder().decode(parts[1]);
                try (ObjectInputStream object = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                    states.put(Phase.valueOf(parts[0]), (RunState) object.readObject());
                }
            }
        }
        return states;
    }

    @Test
    void readsTheStatesOfTheVersionBefore() throws Exception {
        Map<Phase, RunState> states = ofTheVersionBefore();
        assertThat(states.keySet()).containsExactly(Phase.NEW, Phase.CREATING, Phase.LAUNCHING, Phase.WAITING);
        states.forEach((phase, state) -> {
            assertThat(state.phase()).isEqualTo(phase);
            assertThat(state.kind()).isNull();
            assertThat(state.mark()).isNull();
            assertThat(state.problem()).isEmpty();
            assertThat(state.uploadedFile()).isEmpty();
            assertThat(state.duties()).isEmpty();
            assertThat(state.outcome()).isNull();
            assertThat(state.isTold()).isFalse();
            assertThat(state.complete()).isFalse();
            assertThat(state.ofKind(Kind.SCAN, true, null).complete()).isTrue();
        });
        assertThat(states.get(Phase.WAITING).scanResultId()).isNotEmpty();
    }

    @Test
    void goesOnWithTheStatesOfTheVersionBefore() throws Exception {
        Map<Phase, RunState> states = ofTheVersionBefore();
        states.forEach((phase, state) -> {
            RunState known = state.ofKind(Kind.ON_DEMAND_SCAN, true, new ScanOwnerTag("jenkins", "job#1"));
            Phase next = RunTransitions.next(known, new RunEvent.Restarted(NOW)).phase();
            Phase expected =
                    switch (phase) {
                        case CREATING -> Phase.CREATION_IN_DOUBT;
                        case LAUNCHING -> Phase.LAUNCH_IN_DOUBT;
                        default -> phase;
                    };
            assertThat(next).isEqualTo(expected);
        });
    }

    @Test
    void keepsWhatItIsTold() {
        ScanOwnerTag mark = new ScanOwnerTag("jenkins", "job#1");
        RunState state =
                RunState.fresh().ofKind(Kind.ON_DEMAND_SCAN, true, mark).creating("1", "Weekly", NOW);
        assertThat(state.phase()).isEqualTo(Phase.CREATING);
        assertThat(state.startedAt()).isEqualTo(NOW);
        assertThat(state.mark()).isEqualTo(mark);
        assertThat(state.stopOnAbort()).isTrue();
        assertThat(state.scanName()).isEqualTo("Weekly");
        assertThat(state.created("5").scanId()).isEqualTo("5");
        RunState launching = state.launching(7, NOW.plusSeconds(1));
        assertThat(launching.newestKnownResult()).isEqualTo(7);
        assertThat(launching.startedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(launching.since()).isEqualTo(NOW.plusSeconds(1));
        RunState doubtful = launching.inDoubt(Phase.LAUNCH_IN_DOUBT, true, NOW.plusSeconds(2));
        assertThat(doubtful.lost()).isTrue();
        assertThat(doubtful.since()).isEqualTo(NOW.plusSeconds(2));
        assertThat(doubtful.withResult("8").scanResultId()).isEqualTo("8");
        assertThat(doubtful.withResult("8").phase()).isEqualTo(Phase.LAUNCH_IN_DOUBT);
        assertThat(RunState.fresh().newestKnownResult()).isEqualTo(-1);
        assertThat(state.phase()).isEqualTo(Phase.CREATING);
    }

    @Test
    void anImportKeepsItsRepositoryAndItsFile() {
        RunState state = RunState.fresh()
                .ofKind(Kind.IMPORT, false, null)
                .creating("3", "a.nessus", NOW)
                .created("stored");
        assertThat(state.scanId()).isEqualTo("3");
        assertThat(state.uploadedFile()).isEqualTo("stored");
    }

    @Test
    void endsWithItsLastDuty() {
        RunState state = RunState.fresh()
                .ofKind(Kind.SCAN, true, null)
                .leaving(Outcome.FAILED, "No.", List.of(Duty.FIND, Duty.STOP), NOW);
        assertThat(state.phase()).isEqualTo(Phase.CLEANING_UP);
        assertThat(state.since()).isEqualTo(NOW);
        assertThat(state.problem()).isEqualTo("No.");
        assertThat(state.isTold()).isFalse();
        assertThat(state.inDoubt()).isTrue();
        assertThat(state.complete()).isTrue();
        assertThat(state.without(Duty.FIND).duties()).containsExactly(Duty.STOP);
        assertThat(state.without(Duty.FIND).inDoubt()).isFalse();
        RunState ended = state.without(Duty.FIND, Duty.STOP);
        assertThat(ended.phase()).isEqualTo(Phase.ENDED);
        assertThat(ended.isTold()).isTrue();
        assertThat(state.told(true).without(Duty.FIND).isTold()).isTrue();
        assertThat(state.aborted().outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(state.aborted().problem()).isEmpty();
    }

    @Test
    void saysWhetherAFileMayBeNeeded() {
        RunState state = RunState.fresh();
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
    void aCleanUpWithoutDutiesIsNotComplete() {
        RunState state = RunState.fresh().ofKind(Kind.SCAN, true, null);
        assertThat(state.complete()).isTrue();
        assertThat(state.in(Phase.CLEANING_UP).complete()).isFalse();
        RunState ended = state.leaving(Outcome.FAILED, "No.", List.of(), NOW);
        assertThat(ended.complete()).isTrue();
        assertThat(ended.in(Phase.CLEANING_UP).complete()).isFalse();
    }
}
