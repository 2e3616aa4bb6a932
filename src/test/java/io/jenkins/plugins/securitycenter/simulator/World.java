package io.jenkins.plugins.securitycenter.simulator;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole state of the simulated server, and its resources. Guarded by itself: answers are made one at a time. */
final class World {
    private final SimulatorOptions options;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Library library;
    private final ScanDefinitions definitions;
    private final Runs runs;
    private final MadeReports reports;
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final Map<String, Map<String, byte[]>> keyUploads = new HashMap<>();

    World(SimulatorOptions options) {
        this.options = options;
        sessions = new Sessions(options);
        accounts = new Accounts(options.access().loginAttempts());
        library = new Library(options);
        definitions = new ScanDefinitions(library, options);
        runs = new Runs(options, definitions);
        reports = new MadeReports(options);
    }

    /** Every resource by its name: a new one is a class and a line here. */
    Map<String, Resource> resources() {
        Stream<Resource> own = Stream.of(
                new TokenResource(this),
                new SystemResource(this),
                new StatusResource(this),
                new CurrentUserResource(this),
                new CurrentOrganizationResource(),
                new ScanResource(this),
                new ScanResultResource(this),
                new AnalysisResource(this),
                new FileResource(this),
                new ReportResource(this),
                new ReportDefinitionResource(this, library.reportDefinitions(options)),
                new PluginResource());
        return Stream.concat(own, library.resources(options).stream())
                .collect(Collectors.toMap(Resource::name, resource -> resource));
    }

    SimulatorOptions options() {
        return options;
    }

    Instant now() {
        return options.clock().instant();
    }

    Sessions sessions() {
        return sessions;
    }

    Accounts accounts() {
        return accounts;
    }

    Library library() {
        return library;
    }

    ScanDefinitions definitions() {
        return definitions;
    }

    Runs runs() {
        return runs;
    }

    MadeReports reports() {
        return reports;
    }

    boolean shows(Quirk quirk) {
        return quirks.contains(quirk);
    }

    void show(Quirk quirk, boolean on) {
        List<Quirk> one = List.of(quirk);
        if (on) {
            quirks.addAll(one);
        } else {
            quirks.removeAll(one);
        }
    }

    /** Where a caller's uploaded files are: in the session, or with the account for API keys. */
    Map<String, byte[]> uploads(Caller caller) {
        return caller.session() != null
                ? caller.session().files()
                : keyUploads.computeIfAbsent(caller.name(), name -> new HashMap<>());
    }
}
