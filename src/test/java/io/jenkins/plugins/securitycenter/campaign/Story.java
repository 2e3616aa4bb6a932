package io.jenkins.plugins.securitycenter.campaign;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Outcome;
import io.jenkins.plugins.securitycenter.watch.ImportOptions;
import io.jenkins.plugins.securitycenter.watch.OnDemandOptions;
import io.jenkins.plugins.securitycenter.watch.ReportOptions;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What the builds of one Jenkins do with one server; the same for the same seed. */
final class Story implements Steps.Report {

    /** What came of a story: its lines, and the faults of the product. */
    record Told(long seed, List<String> lines, List<String> troubles, List<String> faults) {

        @Override
        public String toString() {
            return "seed " + seed + "\n  " + String.join("\n  ", lines) + "\n  failed requests:\n    "
                    + String.join("\n    ", troubles) + "\n  FAULTS:\n  " + String.join("\n  ", faults);
        }
    }

    private static final String NESSUS =
            "<NessusClientData_v2><Report name=\"r\"><ReportHost name=\"192.0.2.1\"/></Report></NessusClientData_v2>";

    private final long seed;
    private final Random random;
    private final Setting setting;
    private final Steps steps;
    private final Leftovers leftovers;
    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Build<?>> builds = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Exception> problems = new ArrayList<>();

    private Story(long seed, Path directory, Set<Way> without) {
        this.seed = seed;
        // neighbouring seeds begin alike
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.setting = new Setting(random, without);
        this.steps = new Steps(setting, random, this, new Records(directory));
        this.leftovers = new Leftovers(setting, directory);
    }

    /**
     * Tells the story of that seed.
     *
     * @param directory empty; the records and exports of the builds
     * @param without ways in which nothing fails
     */
    static Told tell(long seed, Path directory, Set<Way> without) throws InterruptedException {
        Story story = new Story(seed, directory, without);
        try (story.setting) {
            story.lines.add(story.setting.text);
            for (int step = 2 + story.random.nextInt(5); step > 0; step--) {
                story.step();
            }
            story.end();
        } catch (RuntimeException | Error e) {
            story.fault(
                    "it was " + e + " at " + Arrays.asList(e.getStackTrace()).subList(0, 3));
        }
        return new Told(seed, story.lines, story.setting.trouble.happened(), story.faults);
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> scan();
            case 3 -> onDemand();
            case 4 -> fileImport();
            case 5 -> report();
            default -> steps.any(anyScanResult());
        }
    }

    private String anyScanResult() {
        List<String> all = List.copyOf(taken);
        return all.isEmpty() ? "1" : all.get(random.nextInt(all.size()));
    }

    private void scan() {
        String id = Integer.toString(1 + random.nextInt(2));
        if (random.nextInt(6) == 0) {
            setting.simulator.controls().setOutcome(id, Outcome.values()[random.nextInt(Outcome.values().length)]);
        }
        int before = setting.simulator.launches(id);
        ScanOptions order = new ScanOptions(id, WaitFor.IMPORTED, timeout(), random.nextInt(4) > 0);
        Build<ScanResult> build = build(
                (owner, state, events) ->
                        setting.rig.services().scan(owner, () -> setting.account, order, state, events),
                (server, result) -> {});
        once("scan " + id, setting.simulator.launches(id) - before);
        result("scan " + id, build);
    }

    private void onDemand() {
        String name = "Build " + builds.size();
        OnDemandScan scan = new OnDemandScan(
                name,
                "Full Safe Scan",
                "Default",
                new OnDemandScan.Scope(ScanTargets.parse("10.18.0.1"), List.of()),
                "",
                List.of(),
                "");
        OnDemandOptions order = new OnDemandOptions(
                new ScanOptions(name, WaitFor.IMPORTED, timeout(), true),
                scan,
                new ScanOwnerTag("here", "job#" + builds.size() + " token"),
                marked -> ended(marked.mark().build()));
        int before = results();
        Build<ScanResult> build = build(
                (owner, state, events) ->
                        setting.rig.services().onDemandScan(owner, () -> setting.account, order, state, events),
                (server, result) -> {});
        once("on-demand scan", results() - before);
        result("on-demand scan", build);
    }

    /** Whether the build with that mark has ended, so that the next one may remove its scan. */
    private boolean ended(String mark) {
        int number = Integer.parseInt(mark.substring("job#".length(), mark.indexOf(' ')));
        return builds.get(number).events.ended();
    }

    private void fileImport() {
        ImportOptions order = new ImportOptions(
                "r.nessus",
                () -> new ByteArrayInputStream(NESSUS.getBytes(StandardCharsets.UTF_8)),
                "Default",
                timeout());
        int before = results();
        Build<ScanResult> build = build(
                (owner, state, events) ->
                        setting.rig.services().fileImport(owner, () -> setting.account, order, state, events),
                (server, result) -> {});
        once("import", results() - before);
        result("import", build);
    }

    private void report() {
        String id = Integer.toString(1 + random.nextInt(2));
        ReportOptions order = new ReportOptions(id, timeout(), random.nextBoolean());
        int before = setting.simulator.reportLaunches(id);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Build<Report> build = build(
                (owner, state, events) ->
                        setting.rig.services().report(owner, () -> setting.account, order, state, events),
                (server, report) -> download(server, report, file));
        once("report " + id, setting.simulator.reportLaunches(id) - before);
        line("report " + id + ": " + build.end());
        for (Report report : build.events.finished) {
            ByteArrayOutputStream truth = new ByteArrayOutputStream();
            try {
                setting.truth(server -> download(server, report, truth));
                if (!Arrays.equals(truth.toByteArray(), file.toByteArray()) && !cutUnnoticed(report)) {
                    fault("the report has " + file.size() + " bytes instead of " + truth.size());
                }
            } catch (Exception e) {
                fault("the truth of the report cannot be read: " + e);
            }
        }
    }

    /** Nothing in a CSV file says where it ends. */
    private boolean cutUnnoticed(Report report) {
        return report.type().equals("csv")
                && setting.trouble.happened().contains("POST /report/" + report.id() + "/download " + Way.TRUNCATED);
    }

    private static long download(SecurityCenter server, Report report, ByteArrayOutputStream file)
            throws IOException, InterruptedException {
        return new Reports(server).download(report, () -> {
            file.reset();
            return file;
        });
    }

    private Duration timeout() {
        return random.nextInt(5) == 0 ? Duration.ofMinutes(1 + random.nextInt(20)) : Duration.ZERO;
    }

    private <T> Build<T> build(Build.Starter<T> starter, Build.Receiver<T> receiver) {
        Build<T> build = new Build<>(setting, random, "b" + builds.size(), starter, receiver);
        builds.add(build);
        build.run();
        build.events.failures.forEach(this::said);
        if (!build.toldOnce()) {
            fault("the build was told " + build.events.told() + " ends");
        }
        return build;
    }

    private void once(String what, int launches) {
        if (launches > 1) {
            fault(what + " was launched " + launches + " times");
        }
    }

    private int results() {
        return setting.simulator.scanResults();
    }

    private void result(String what, Build<ScanResult> build) {
        line(what + ": " + build.end());
        for (ScanResult result : build.events.finished) {
            if (!taken.add(result.id())) {
                fault("scan result " + result.id() + " was taken twice");
            }
            try {
                ScanResult truth = setting.truth(server -> new ScanResults(server).get(result.id()));
                if (!truth.state().imported() && !truth.state().partial()) {
                    fault("scan result " + result.id() + " is " + truth.state());
                }
            } catch (Exception e) {
                fault("the truth of scan result " + result.id() + " cannot be read: " + e);
            }
            if (random.nextInt(3) > 0) {
                steps.record(result.id());
            }
        }
    }

    private void end() throws InterruptedException {
        setting.trouble.off(true);
        setting.cleanUp();
        setting.rig.executor.pass(Duration.ofHours(30));
        if (setting.trouble.refused() && leftovers.hasScans()) {
            // what is refused is not repeated for a clean-up; the next build that creates a scan does the rest
            // the sessions that nobody could end are gone by then
            setting.simulator.controls().expireSessions();
            onDemand();
            setting.rig.executor.pass(Duration.ofHours(30));
        }
        List<Object> seen = new ArrayList<>(problems);
        builds.forEach(build -> {
            seen.addAll(build.events.lines);
            seen.addAll(build.events.states);
            seen.addAll(build.events.finished);
        });
        seen.addAll(lines);
        seen.add(setting.account);
        leftovers.check(seen).forEach(this::fault);
    }

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public void fault(String text) {
        faults.add(text);
    }

    @Override
    public void said(Exception problem) {
        problems.add(problem);
        boolean expected = problem instanceof IOException
                || problem instanceof IllegalArgumentException
                || problem instanceof IllegalStateException;
        String sentence = String.valueOf(problem.getMessage());
        if (!expected || sentence.isBlank() || sentence.chars().anyMatch(Character::isISOControl)) {
            fault("no sentence: " + problem + " at "
                    + Arrays.asList(problem.getStackTrace()).subList(0, Math.min(3, problem.getStackTrace().length)));
        }
    }

    /** Requests of the story, for a look at what led to a fault. */
    static List<String> requests(List<LoggedRequest> all) {
        return all.stream().map(LoggedRequest::line).toList();
    }
}
