package io.jenkins.plugins.securitycenter.simulator;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds the findings that an analysis is about, or says why it cannot. */
final class Sources {
    private final World world;

    Sources(World world) {
        this.world = world;
    }

    /**
     * The findings of one result, or all open or mitigated ones that the caller may see.
     *
     * @throws Refusal with the codes 142, 143 and 146
     */
    Rows rows(AnalysisQuery query, Caller caller) {
        return switch (query.source()) {
            case "individual" -> individual(query, caller);
            case "patched" -> joined(caller, PatchedRows::new);
            case "cumulative" -> joined(caller, run -> run.rows(world.now(), RunRows.View.ALL));
            default -> throw Refusal.badRequest("The source type '" + query.source() + "' is invalid.");
        };
    }

    private Rows joined(Caller caller, Function<Run, Rows> rows) {
        List<Rows> parts = world.runs().current(world.now()).stream()
                .filter(run -> caller.account().sees(run.facts().repositoryId()))
                .map(rows)
                .toList();
        return Rows.joined(parts);
    }

    private Rows individual(AnalysisQuery query, Caller caller) {
        String view = query.view();
        if (view.isEmpty()) {
            throw Refusal.of(142, "Please specify a view for the individual data source.\n");
        }
        RunRows.View kind;
        try {
            kind = RunRows.View.valueOf(view.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The view '" + view + "' is invalid (valid views: all, new, patched).");
        }
        Run run = world.runs().find(query.scanId()).orElse(null);
        boolean empty = run != null && run.count(world.now()) == 0 && !world.shows(Quirk.EMPTY_DATA);
        if (run == null || !run.imported(world.now()) || empty) {
            throw noDatabase(query, caller, run);
        }
        if (world.options().profile().isSix()
                && !caller.account().sees(run.facts().repositoryId())) {
            throw Refusal.badRequest("Group #" + caller.account().group().id()
                    + " does not have access to the Repository that contains the scan result.");
        }
        return run.rows(world.now(), kind);
    }

    private Refusal noDatabase(AnalysisQuery query, Caller caller, Run run) {
        LocalDate date = world.now().atZone(ZoneOffset.UTC).toLocalDate();
        String product = world.options().profile().hidesVersionBeforeLogin() ? "Tenable.sc" : "SecurityCenter";
        String text = """
                Unable to process Vuln Query.
                %s could not process the vulnerability filter string (SC_ROOT=/opt/sc \
                /opt/sc/bin/showvulns-individual +orgid "1" +groupid "%s" +tool '%s' +scanid '%s' +datedir "%s" \
                +view '%s' +repository "%s"  -acceptRisk).
                Error opening file for buffer data /opt/sc/orgs/1/VDB/%s/%s.namedb.db (msg: No such file or directory).
                """;
        String repository = run == null ? "" : run.facts().repositoryId();
        return Refusal.of(
                143,
                text.formatted(
                        product,
                        caller.account().group().id(),
                        query.tool(),
                        query.scanId(),
                        date,
                        query.view(),
                        repository,
                        date,
                        query.scanId()));
    }
}
