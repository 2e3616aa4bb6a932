package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.watch.ModelWorld.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs, their registry and their actions with every combination of things that go wrong ({@link ModelFault}), at every
 * point between two tasks, requests and writes: two faults for one build, one fault for two builds of the same, and as many
 * more as the system property {@code securitycenter.model.more} says. What must be true at the end is in {@link ModelRules}.
 * Calls that are under way at the same time end in the reverse order.
 */
class RunModelTest {

    private static final int MORE = Integer.getInteger("securitycenter.model.more", 0);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(25);

    record Depth(Scenario scenario, int faults) {}

    static List<Depth> depths() {
        List<Depth> all = new ArrayList<>();
        for (RunType kind : RunType.values()) {
            // a report differs from a scan in its words only
            all.add(new Depth(new Scenario(kind, null, LONG), kind == RunType.REPORT ? 1 : 2));
            all.add(new Depth(new Scenario(kind, null, SHORT), 1));
            all.add(new Depth(new Scenario(kind, Duration.ZERO, LONG), 1));
            all.add(new Depth(new Scenario(kind, Duration.ofSeconds(15), LONG), 1));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("depths")
    void keepsTheRulesWhateverGoesWrong(Depth depth) {
        assertThat(new ModelExplorer(depth.scenario()).explore(depth.faults() + MORE))
                .isEmpty();
    }
}
