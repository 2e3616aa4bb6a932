package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.ModelChoices.Deviation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Executes a scenario with everything that can go wrong, at every point, in every combination of a number: first with one
 * fault, then with two. Situations that were met are not gone through again.
 */
final class ModelExplorer {

    private final ModelWorld.Scenario scenario;
    private int executions;

    ModelExplorer(ModelWorld.Scenario scenario) {
        this.scenario = scenario;
    }

    /** For a caller that knows other classes of the same names: {@link ModelMutant}. */
    static Optional<String> explore(String kind, long second, long timeout, int faults) {
        Duration later = second < 0 ? null : Duration.ofSeconds(second);
        return new ModelExplorer(new ModelWorld.Scenario(RunType.valueOf(kind), later, Duration.ofSeconds(timeout)))
                .explore(faults);
    }

    /** The first thing that is wrong, with the fewest faults that bring it about, and what happened until then. */
    Optional<String> explore(int faults) {
        Logger logger = Logger.getLogger(ModelExplorer.class.getPackageName());
        Level before = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return explored(faults);
        } finally {
            logger.setLevel(before);
        }
    }

    private Optional<String> explored(int faults) {
        Map<Long, Object> met = new HashMap<>();
        List<List<Deviation>> scripts = List.of(List.of());
        for (int present = 0; present <= faults; present++) {
            List<List<Deviation>> further = present < faults ? new ArrayList<>() : null;
            for (List<Deviation> script : scripts) {
                executions++;
                ModelChoices choices = new ModelChoices(script, met, further);
                if (new ModelWorld(scenario, choices, null).explore().isPresent()) {
                    return Optional.of(scenario + " " + script + "\n" + String.join("\n", trace(script)));
                }
            }
            scripts = further;
        }
        return Optional.empty();
    }

    private List<String> trace(List<Deviation> script) {
        List<String> lines = new ArrayList<>();
        new ModelWorld(scenario, new ModelChoices(script, null, null), lines).explore();
        return lines;
    }

    int executions() {
        return executions;
    }
}
