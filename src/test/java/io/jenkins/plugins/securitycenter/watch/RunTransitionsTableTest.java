package io.jenkins.plugins.securitycenter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of states in docs/architecture.md are those of the code. */
class RunTransitionsTableTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SOON = BEGAN.plusSeconds(2);
    private static final Instant LATE = BEGAN.plus(RunLimits.CLEANUP).plusSeconds(1);
    private static final Exception PROBLEM = new ScanFailedException("No.");

    @Test
    void theTablesOfThePageAreThoseOfTheCode() throws Exception {
        String page =
                Files.readString(root().resolve("docs/architecture.md"), UTF_8).replace("\r\n", "\n");
        assertThat(page).contains(table(RunType.ON_DEMAND_SCAN), table(RunType.IMPORT));
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/architecture.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    private static Map<String, RunEvent> events(Phase phase) {
        Map<String, RunEvent> events = new LinkedHashMap<>();
        events.put("done", done(phase));
        events.put("restart", new RunEvent.Restarted(SOON));
        events.put("refused", new RunEvent.Refused(PROBLEM, SOON));
        events.put("response lost", new RunEvent.ResponseLost(PROBLEM, SOON));
        events.put("not found", new RunEvent.NotFound(PROBLEM, LATE));
        events.put("server away", new RunEvent.Unreachable(PROBLEM, LATE));
        events.put("time limit", new RunEvent.TimedOut(PROBLEM, SOON));
        events.put("abort", new RunEvent.Aborted(SOON));
        return events;
    }

    private static RunEvent done(Phase phase) {
        return switch (phase) {
            case NEW -> new RunEvent.Prepared("1", "Weekly", "a", SOON);
            case CREATING, CREATION_IN_DOUBT -> new RunEvent.Created("10");
            case QUEUED -> new RunEvent.TurnGranted(7, SOON);
            case LAUNCHING, LAUNCH_IN_DOUBT -> new RunEvent.Launched("8");
            case WAITING -> new RunEvent.Finished(SOON);
            case CLEANING_UP, ENDED -> new RunEvent.CleanupStepDone();
        };
    }

    private static String table(RunType kind) {
        List<String> lines = new ArrayList<>();
        lines.add("| State | Action | " + String.join(" | ", events(Phase.NEW).keySet()) + " |");
        lines.add("|" + " --- |".repeat(events(Phase.NEW).size() + 2));
        for (Phase phase : Phase.values()) {
            if (phase != Phase.ENDED && (phase != Phase.CREATION_IN_DOUBT || kind != RunType.IMPORT)) {
                RunState state = state(kind, phase);
                lines.add("| " + phase + " | " + action(state) + " | "
                        + events(phase).values().stream()
                                .map(event -> cell(state, RunTransitions.next(state, event)))
                                .collect(Collectors.joining(" | "))
                        + " |");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static RunState state(RunType kind, Phase phase) {
        RunState fresh = RunState.initial().ofType(kind, kind != RunType.IMPORT, new ScanOwnerTag("here", "job#1"));
        return switch (phase) {
            case NEW -> fresh;
            case CREATING -> fresh.creating("1", "Weekly", BEGAN);
            case CREATION_IN_DOUBT -> fresh.inDoubt(phase, true, BEGAN);
            case QUEUED -> fresh.created("10").in(phase);
            case LAUNCHING -> fresh.launching(7, BEGAN);
            case LAUNCH_IN_DOUBT -> fresh.launching(7, BEGAN).inDoubt(phase, true, BEGAN);
            case WAITING -> fresh.launching(7, BEGAN).waitingFor("8");
            case CLEANING_UP -> fresh.concluded(Conclusion.ABORTED, "", List.of(CleanupStep.REMOVE), BEGAN);
            case ENDED -> fresh.concluded(Conclusion.ABORTED, "", List.of(), BEGAN);
        };
    }

    private static String action(RunState state) {
        return state.phase() == Phase.CLEANING_UP
                ? "the next of: find, stop, remove"
                : RunAction.of(state).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String cell(RunState before, RunState after) {
        if (after.phase() == before.phase() && after.cleanupSteps().equals(before.cleanupSteps())) {
            return "-";
        }
        String steps = after.cleanupSteps().stream()
                .map(step -> step.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return after.phase() == Phase.CLEANING_UP
                ? "clean up: " + steps
                : after.phase().toString();
    }
}
