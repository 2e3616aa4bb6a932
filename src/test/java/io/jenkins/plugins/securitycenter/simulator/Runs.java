package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All scan results, and how runs come about. */
final class Runs {
    private final Map<String, Run> byId = new LinkedHashMap<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private final Map<String, Integer> launches = new HashMap<>();
    private final Map<String, Run.Words> words = new HashMap<>();
    private final SimulatorOptions options;
    private SimulatorOptions.Timing timing;
    private int findings;
    private ScanReports reports = ScanReports.SILENT;
    private int lastId;

    Runs(SimulatorOptions options) {
        this.options = options;
        timing = options.timing();
        findings = options.data().findings();
    }

    synchronized void setTiming(SimulatorOptions.Timing other) {
        timing = other;
    }

    synchronized void setFindings(int number) {
        findings = number;
    }

    synchronized void setReports(ScanReports others) {
        reports = others;
    }

    synchronized void setWords(String runId, Run.Words own) {
        words.put(runId, own);
    }

    synchronized Run.Words words(String runId) {
        return words.getOrDefault(runId, Run.Words.OWN);
    }

    synchronized int launches(String scanId) {
        return launches.getOrDefault(scanId, 0);
    }

    /**
     * Starts a run; the same targets have the next generation of findings, unless the policy selects plugins: such a scan
     * sees what the last scan of the first of these hosts saw.
     */
    synchronized Run launch(ScanDefinitions kind, ObjectNode scan, Account owner, String ipList, ScanScope scope) {
        String scanId = scan.path("id").asText();
        launches.merge(scanId, 1, Integer::sum);
        boolean byPlugin = scan.path("type").asText().equals("plugin");
        String details = byPlugin
                ? "Plugin #" + Json.id(scan.path("plugin"))
                : scan.path("policy").path("name").asText();
        Run.Facts facts = new Run.Facts(
                new Run.Origin(scanId, kind.family),
                kind.family.resultName(scan.path("name").asText()),
                scan.path("description").asText(),
                details,
                (ObjectNode) scan.path("repository"));
        Run.Findings data = scope.equals(ScanScope.ALL)
                ? nextData(ipList)
                : sameData(facts.repositoryId(), scope).orElseGet(() -> nextData(ipList));
        return add(facts, owner, kind.outcome(scanId), data);
    }

    private Optional<Run.Findings> sameData(String repositoryId, ScanScope scope) {
        long first = scope.targets().address(0);
        return byId.values().stream()
                .filter(run -> run.facts().repositoryId().equals(repositoryId)
                        && run.data().reports().scope().targets() == null
                        && run.data().targets().contain(first))
                .reduce((earlier, later) -> later)
                .map(Run::data)
                .map(last ->
                        new Run.Findings(last.population(), last.full(), last.generation(), reports.within(scope)));
    }

    /** A result that is not scanned but imported from a file. */
    synchronized Run imported(String name, ObjectNode repository, Account owner, int number) {
        Run.Facts facts = new Run.Facts(new Run.Origin("-1", ScanFamily.ACTIVE), name, "", "Imported", repository);
        Targets targets = Targets.parse("10.14." + lastId % 256 + ".0/24");
        Population population = new Population(options.data().seed(), 0, targets);
        Run.Findings data = new Run.Findings(population, population.size(number), 0, ScanReports.SILENT);
        return put(facts, owner, data, new SimulatorOptions.Timing(0, timing.importSeconds()), Outcome.COMPLETED);
    }

    private Run.Findings nextData(String ipList) {
        int generation = generations.merge(ipList, 1, Integer::sum) - 1;
        SimulatorOptions.Data data = options.data();
        Population population = new Population(data.seed(), data.changedPercent(), Targets.parse(ipList));
        return new Run.Findings(population, population.size(findings), generation, reports);
    }

    private Run add(Run.Facts facts, Account owner, Outcome outcome, Run.Findings data) {
        return put(facts, owner, data, timing, outcome);
    }

    private Run put(
            Run.Facts facts, Account owner, Run.Findings data, SimulatorOptions.Timing duration, Outcome outcome) {
        Timeline timeline = new Timeline(options.clock().instant(), duration, outcome);
        Run run = new Run(String.valueOf(++lastId), facts, owner, timeline, data);
        byId.put(run.id(), run);
        return run;
    }

    /** The same result again, for another user. */
    synchronized Run copy(Run run, Account owner) {
        Run copy = new Run(String.valueOf(++lastId), run.facts(), owner, run.timeline(), run.data());
        byId.put(copy.id(), copy);
        return copy;
    }

    synchronized List<Run> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized Optional<Run> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Run get(String id, String verb) {
        return find(id).orElseThrow(() -> Refusal.missing("Scan Result", id, verb));
    }

    synchronized void delete(String id) {
        byId.remove(id);
    }

    /**
     * The newest imported run of each set of targets in a repository: what the repository holds. Scans of single plugins
     * change nothing there.
     */
    synchronized List<Run> current(Instant now) {
        Map<Object, Run> newest = new LinkedHashMap<>();
        for (Run run : byId.values()) {
            if (run.imported(now) && run.data().reports().scope().targets() == null) {
                newest.put(List.of(run.data().targets().ipList(), run.facts().repositoryId()), run);
            }
        }
        return List.copyOf(newest.values());
    }
}
