package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class RunTransitionsTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Exception PROBLEM = new ScanFailedException("No.");

    /**
     * A line is the kind, the state, the event with the seconds after the state began, and the state that follows. A
     * state is its phase, its steps, its conclusion, and what applies of told, lost, and keeps (an abort stops nothing).
     */
    @ParameterizedTest
    @CsvFileSource(resources = "transitions.txt", delimiter = '|')
    void goesFromStateToState(RunType kind, String before, String event, String after) {
        assertThat(words(RunTransitions.next(state(kind, before), event(event))))
                .isEqualTo(after);
    }

    private static RunState state(RunType kind, String words) {
        List<String> all = List.of(words.split(" "));
        RunState state = RunState.initial()
                .ofType(kind, kind != RunType.IMPORT && !all.contains("keeps"), new ScanOwnerTag("here", "job#1"))
                .inDoubt(Phase.valueOf(all.get(0)), all.contains("lost"), BEGAN);
        return Stream.of(Conclusion.values())
                .filter(outcome -> all.contains(outcome.name()))
                .map(outcome -> state.concluded(outcome, "", steps(all), BEGAN).reported(all.contains("told")))
                .findFirst()
                .orElse(state);
    }

    private static List<CleanupStep> steps(List<String> words) {
        return Arrays.stream(CleanupStep.values())
                .filter(step -> words.contains(step.name()))
                .toList();
    }

    private static String words(RunState state) {
        StringJoiner words = new StringJoiner(" ").add(state.phase().name());
        state.cleanupSteps().forEach(step -> words.add(step.name()));
        if (state.conclusion() != null) {
            words.add(state.conclusion().name());
        }
        if (state.isReported()) {
            words.add("told");
        }
        return (state.responseLost() ? words.add("lost") : words).toString();
    }

    @Test
    void remembersTheAccount() {
        for (RunType type : RunType.values()) {
            RunState state = RunState.initial().ofType(type, true, null);
            RunState prepared = RunTransitions.next(state, new RunEvent.Prepared("1", "Weekly", "a", BEGAN));
            assertThat(prepared.account()).isEqualTo("a");
        }
    }

    private static RunEvent event(String words) {
        String[] parts = words.split(" ");
        Instant now = BEGAN.plusSeconds(parts.length > 1 ? Long.parseLong(parts[1]) : 5);
        return switch (parts[0]) {
            case "Started" -> new RunEvent.Started();
            case "Restarted" -> new RunEvent.Restarted(now);
            case "Orphaned" -> new RunEvent.Orphaned(now);
            case "Prepared" -> new RunEvent.Prepared("1", "Weekly", "a", now);
            case "Created" -> new RunEvent.Created("10");
            case "Ready" -> new RunEvent.TurnGranted(7, now);
            case "Launched" -> new RunEvent.Launched("8");
            case "Lost" -> new RunEvent.ResponseLost(PROBLEM, now);
            case "Refused" -> new RunEvent.Refused(PROBLEM, now);
            case "NotFound" -> new RunEvent.NotFound(PROBLEM, now);
            case "Ambiguous" -> new RunEvent.Ambiguous(PROBLEM, now);
            case "Unreachable" -> new RunEvent.Unreachable(PROBLEM, now);
            case "Finished" -> new RunEvent.Finished(now);
            case "Failed" -> new RunEvent.Failed(PROBLEM, false, now);
            case "FailedRunning" -> new RunEvent.Failed(PROBLEM, true, now);
            case "TimedOut" -> new RunEvent.TimedOut(PROBLEM, now);
            case "Aborted" -> new RunEvent.Aborted(now);
            case "CleanedUp" -> new RunEvent.CleanupStepDone();
            case "Overdue" -> new RunEvent.CleanupOverdue();
            default -> throw new IllegalArgumentException(words);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "LAUNCHING, Lost, 5",
        "LAUNCHING, Restarted, 5",
        "LAUNCHING, Aborted, 5",
        "LAUNCHING, NotFound, 0",
        "QUEUED, Ready, 5",
        "CLEANING_UP FIND FAILED, Lost, 5",
        "CLEANING_UP STOP FAILED, Restarted, 5",
        "CLEANING_UP STOP FAILED, Orphaned, 5",
        "CLEANING_UP STOP FAILED, Aborted, 0",
        "CLEANING_UP STOP REMOVE FAILED, CleanedUp, 0"
    })
    void countsTheTimeFromTheDoubtOrTheOutcome(String before, String event, int seconds) {
        assertThat(RunTransitions.next(state(RunType.SCAN, before), event(event))
                        .phaseStartedAt())
                .isEqualTo(BEGAN.plusSeconds(seconds));
    }

    @Test
    void keepsWhatTheServerNames() {
        RunState named = RunTransitions.next(state(RunType.SCAN, "NEW"), event("Prepared"));
        assertThat(named.subjectId()).isEqualTo("1");
        assertThat(named.subjectName()).isEqualTo("Weekly");
        RunState creating = RunTransitions.next(state(RunType.ON_DEMAND_SCAN, "NEW"), event("Prepared 4"));
        assertThat(creating.subjectId()).isEqualTo("1");
        assertThat(creating.startedAt()).isEqualTo(BEGAN.plusSeconds(4));
        assertThat(RunTransitions.next(creating, event("Created")).subjectId()).isEqualTo("10");
        assertThat(RunTransitions.next(named, event("Ready")).newestKnownResultId())
                .isEqualTo(7);
        assertThat(RunTransitions.next(state(RunType.SCAN, "LAUNCHING"), event("Launched"))
                        .resultId())
                .isEqualTo("8");
        RunState leaving = state(RunType.ON_DEMAND_SCAN, "CLEANING_UP FIND STOP REMOVE ABORTED");
        assertThat(RunTransitions.next(leaving, event("Launched")).resultId()).isEqualTo("8");
        assertThat(RunTransitions.next(leaving, event("Created")).subjectId()).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, Refused", "CREATING, Refused", "LAUNCHING, Refused", "LAUNCHING, NotFound 10",
        "LAUNCHING, Ambiguous", "WAITING, Failed", "WAITING, TimedOut", "WAITING, Unreachable"
    })
    void saysWhyARunFailed(String before, String event) {
        assertThat(RunTransitions.next(state(RunType.SCAN, before), event(event))
                        .problem())
                .isEqualTo("No.");
    }

    @Test
    void saysWhyAlsoWithoutAMessage() {
        RunEvent event = new RunEvent.Failed(new IOException(), false, BEGAN);
        assertThat(RunTransitions.next(state(RunType.SCAN, "WAITING"), event).problem())
                .isEqualTo("java.io.IOException");
    }

    @ParameterizedTest
    @CsvSource({
        "LAUNCHING, LAUNCH, NotFound, true",
        "WAITING, LAUNCH, Lost, true",
        "WAITING, LAUNCH, Refused, true",
        "WAITING, CREATE, Refused, true",
        "WAITING, LAUNCH, Unreachable, false",
        "WAITING, FIND_LAUNCHED, Refused, false",
        "WAITING, FIND_LAUNCHED, Lost, false",
        "WAITING, FIND_LAUNCHED, Launched, true",
        "WAITING, FIND_CREATED, Created, true",
        "CLEANING_UP FIND ABORTED, FIND_LAUNCHED, NotFound, true",
        "CLEANING_UP STOP ABORTED, FIND_LAUNCHED, NotFound, false"
    })
    void tellsWhatComesTooLate(String present, RunAction action, String event, boolean counts) {
        assertThat(RunTransitions.applies(state(RunType.SCAN, present), action, event(event)))
                .isEqualTo(counts);
    }

    @Test
    void repeatsWhatMayStillSucceed() {
        assertThat(Stream.of(
                                "Launched",
                                "Lost",
                                "Refused",
                                "NotFound",
                                "Ambiguous",
                                "Unreachable",
                                "Failed",
                                "CleanedUp")
                        .filter(event -> RunTransitions.isRetried(event(event))))
                .containsExactly("Lost", "NotFound", "Unreachable");
    }

    @ParameterizedTest
    @CsvSource({
        "LAUNCH_IN_DOUBT, 0, 1",
        "LAUNCH_IN_DOUBT, 2, 2",
        "LAUNCH_IN_DOUBT, 30, 30",
        "LAUNCH_IN_DOUBT, 31, 30",
        "CLEANING_UP STOP FAILED, 0, 1",
        "CLEANING_UP STOP FAILED, 31, 31",
        "CLEANING_UP STOP FAILED, 301, 300"
    })
    void pausesAsLongAsThereWasReason(String state, int passed, int pause) {
        assertThat(RunLimits.pause(state(RunType.SCAN, state), BEGAN.plusSeconds(passed)))
                .isEqualTo(Duration.ofSeconds(pause));
    }

    @Test
    void everyPhaseHasItsAction() {
        assertThat(EnumSet.complementOf(EnumSet.of(Phase.CLEANING_UP)))
                .extracting(phase -> RunAction.of(RunState.initial().in(phase)))
                .containsExactly(
                        RunAction.PREPARE,
                        RunAction.CREATE,
                        RunAction.FIND_CREATED,
                        RunAction.TAKE_TURN,
                        RunAction.LAUNCH,
                        RunAction.FIND_LAUNCHED,
                        RunAction.POLL,
                        RunAction.NONE);
        assertThat(List.of("FIND STOP", "STOP REMOVE", "REMOVE"))
                .extracting(steps -> RunAction.of(state(RunType.SCAN, "CLEANING_UP " + steps + " FAILED")))
                .containsExactly(RunAction.FIND_LAUNCHED, RunAction.STOP, RunAction.REMOVE);
    }
}
