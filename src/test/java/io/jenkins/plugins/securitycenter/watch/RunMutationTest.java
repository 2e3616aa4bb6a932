package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.watch.ModelWorld.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts faults back into the source, one by one: the exploration of {@link RunModelTest} has to find each. */
class RunMutationTest {

    /**
     * A fault.
     *
     * @param correct a piece of the source of this package that occurs in one file
     * @param second the seconds after which another build launches the same; negative for never
     * @param faults how many things have to go wrong for it to be seen
     */
    record Mutation(String name, String correct, String faulty, RunType kind, int second, int faults) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Mutation one(String name, RunType kind, int faults, String correct, String faulty) {
        return new Mutation(name, correct, faulty, kind, -1, faults);
    }

    private static Mutation two(String name, int second, int faults, String correct, String faulty) {
        return new Mutation(name, correct, faulty, RunType.SCAN, second, faults);
    }

    static List<Mutation> aborts() {
        return List.of(
                one(
                        "an abort while launching drops the search of the result",
                        RunType.SCAN,
                        2,
                        "if (state.inDoubt()) {\n            steps.add(CleanupStep.FIND);",
                        "if (state == null) {\n            steps.add(CleanupStep.FIND);"),
                one(
                        "an abort does not stop",
                        RunType.SCAN,
                        1,
                        "RunCleanup.steps(state, state.stopOnAbort()), now)",
                        "RunCleanup.steps(state, false), now)"),
                one(
                        "the definition is removed under its running scan",
                        RunType.ON_DEMAND_SCAN,
                        1,
                        "steps.addAll(removalStep(state, false));",
                        "steps.addAll(0, removalStep(state, false));"),
                one(
                        "an abort before the launch is not heard",
                        RunType.IMPORT,
                        1,
                        "if (event instanceof RunEvent.Aborted aborted) {",
                        "if (event instanceof RunEvent.Aborted aborted && state.phase() == Phase.WAITING) {"),
                one(
                        "the end of the wait for a clean-up ends the clean-up",
                        RunType.SCAN,
                        2,
                        "if (event instanceof RunEvent.CleanupOverdue) {\n            return state.reported(true);",
                        "if (event instanceof RunEvent.CleanupOverdue) {\n            return state.without(CleanupStep.values());"),
                one(
                        "what comes of an action of before is taken for the present one",
                        RunType.ON_DEMAND_SCAN,
                        2,
                        "return action == RunAction.of(present)\n",
                        "return event != null\n"),
                one(
                        "a restart forgets the clean-up",
                        RunType.SCAN,
                        2,
                        "new ArrayList<>(state.cleanupSteps());\n        if (state.type()",
                        "new ArrayList<>();\n        if (state.type()"),
                one(
                        "a clean-up that finds nothing is given up at once",
                        RunType.SCAN,
                        2,
                        "return !RunLimits.isWithin(RunLimits.appearance(state), state, missing.now());",
                        "return missing != null;"),
                one(
                        "a refused login ends the clean-up",
                        RunType.ON_DEMAND_SCAN,
                        1,
                        "if (!e.isTemporary() && !OutageLimit.isRefusedLogin(e)) {",
                        "if (!e.isTemporary()) {"));
    }

    static List<Mutation> claims() {
        return List.of(
                two(
                        "a launch does not wait for one that is in doubt",
                        0,
                        2,
                        "&& !inDoubt.test(subject, first.key())",
                        "&& !subject.isEmpty()"),
                two("the turn is never given up", 0, 0, "actions.runs().leaveTurn(owner.key());", ""),
                two(
                        "older results are not told apart",
                        15,
                        1,
                        "next.newestKnownResultId = newestResultId;",
                        "next.newestKnownResultId = Math.min(0, newestResultId);"),
                one(
                        "what was not found is launched again",
                        RunType.SCAN,
                        1,
                        "return state.concluded(\n                    Conclusion.FAILED, message(missing.problem()),"
                                + " RunCleanup.removalStep(state, false), missing.now());",
                        "return state.in(Phase.QUEUED);"),
                one(
                        "a restart launches again",
                        RunType.SCAN,
                        1,
                        "case LAUNCHING, LAUNCH_IN_DOUBT -> state.inDoubt(Phase.LAUNCH_IN_DOUBT, false, now);",
                        "case LAUNCHING, LAUNCH_IN_DOUBT -> state;"),
                one(
                        "a lost response launches again",
                        RunType.SCAN,
                        1,
                        "return state.inDoubt(Phase.LAUNCH_IN_DOUBT, true, lost.now());",
                        "return state;"),
                one(
                        "the launch is not stored before it is sent",
                        RunType.SCAN,
                        1,
                        "unsaved |= changed;",
                        "unsaved |= changed && state.phase() != RunState.Phase.LAUNCHING;"),
                one(
                        "what could not be stored is launched",
                        RunType.SCAN,
                        2,
                        "if (RunAction.of(unstored).sends()) {",
                        "if (unstored == null) {"),
                one(
                        "a restart creates again",
                        RunType.ON_DEMAND_SCAN,
                        1,
                        "? state.inDoubt(Phase.CREATION_IN_DOUBT, false, now)",
                        "? state"),
                one(
                        "a result that is not there yet is given up at once",
                        RunType.SCAN,
                        1,
                        "event instanceof RunEvent.NotFound missing && RunLimits.isWithin(appearance, state, missing.now())",
                        "event instanceof RunEvent.NotFound missing && RunLimits.isWithin(Duration.ZERO, state, missing.now())"));
    }

    static List<Mutation> outcomes() {
        return List.of(
                one(
                        "the outcome is told after the wait and at the end",
                        RunType.ON_DEMAND_SCAN,
                        2,
                        "next.reported = reported || remaining.isEmpty();",
                        "next.reported = remaining.isEmpty();"),
                one(
                        "an exception of who is told is swallowed",
                        RunType.SCAN,
                        1,
                        "Could not report the outcome of the run to build \" + owner.build(), e);\n            reportDefect(e);",
                        "Could not report the outcome of the run to build \" + owner.build(), e);"),
                one(
                        "an outcome that was told before the restart is not told again",
                        RunType.ON_DEMAND_SCAN,
                        2,
                        "return restarted(state.reported(false), restarted.now());",
                        "return restarted(state, restarted.now());"),
                one(
                        "a defect of an action is not noticed",
                        RunType.SCAN,
                        1,
                        "event = failed(ActionFailures.defect(e), true);",
                        "return;"));
    }

    @ParameterizedTest
    @MethodSource({"aborts", "claims", "outcomes"})
    void isFound(Mutation mutation) throws Exception {
        Duration second = mutation.second() < 0 ? null : Duration.ofSeconds(mutation.second());
        Scenario scenario = new Scenario(mutation.kind(), second, Duration.ofMinutes(5));
        assertThat(ModelMutant.explore(mutation.correct(), mutation.faulty(), scenario, mutation.faults()))
                .isPresent();
    }
}
