package io.jenkins.plugins.securitycenter.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole state of the simulated server, and its resources. Guarded by itself: answers are made one at a time. */
final class World {
    private final SimulatorOptions options;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Library library;
    private final Map<ScanFamily, ScanDefinitions> definitions = new EnumMap<>(ScanFamily.class);
    private final Runs runs;
    private final MadeReports reports;
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private final FieldEdits edits = new FieldEdits();
    private Optional<Instant> feedTime = Optional.empty();
    private String license = "Valid";
    private volatile Duration dateOffset = Duration.ZERO;
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final Map<String, Map<String, byte[]>> keyUploads = new HashMap<>();

    World(SimulatorOptions options) {
        this.options = options;
        sessions = new Sessions(options);
        accounts = new Accounts(options.access().loginAttempts());
        library = new Library(options);
        for (ScanFamily family : ScanFamily.values()) {
            definitions.put(family, new ScanDefinitions(family, library, options));
        }
        runs = new Runs(options);
        reports = new MadeReports(options);
    }

    /** Every resource by its name: a new one is a class and a line here. */
    Map<String, Resource> resources() {
        Stream<Resource> own = Stream.of(
                new TokenResource(this),
                new SystemResource(this),
                new StatusResource(this),
                new FeedResource(this),
                new CurrentUserResource(this),
                new CurrentOrganizationResource(),
                new ScanResultResource(this),
                new AnalysisResource(this),
                new FileResource(this),
                new ReportResource(this),
                new ReportDefinitionResource(this, library.list("reportDefinition")),
                new HostsResource(),
                new PluginResource(),
                new PluginFamilyResource());
        Stream<Resource> scans = definitions.values().stream().map(kind -> new ScanResource(this, kind));
        return Stream.of(own, scans, library.resources().stream())
                .flatMap(all -> all)
                .collect(Collectors.toMap(Resource::name, resource -> resource));
    }

    SimulatorOptions options() {
        return options;
    }

    Instant now() {
        return options.clock().instant();
    }

    /** What each login sets beside its session, as values of the header {@code Set-Cookie}. */
    List<String> cookies() {
        return cookies;
    }

    /** The time that the answers are dated with. */
    Instant date() {
        return now().plus(dateOffset);
    }

    void dateOffset(Duration offset) {
        dateOffset = offset;
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

    /** The definitions of one kind. */
    ScanDefinitions definitions(ScanFamily family) {
        return definitions.get(family);
    }

    /** The kind of the definition with that id, which is of one kind only. */
    Optional<ScanDefinitions> definitionsWith(String scanId) {
        return definitions.values().stream()
                .filter(kind -> kind.records.find(scanId).isPresent())
                .findFirst();
    }

    /** What has to be said before a launch. */
    LaunchGuard guard() {
        return new LaunchGuard(this);
    }

    /** What tests change in the rows of findings. */
    FieldEdits edits() {
        return edits;
    }

    /** When the plugins were updated: an hour ago unless a test says so. */
    Instant feedTime() {
        return feedTime.orElseGet(() -> now().minusSeconds(3_600));
    }

    void feedTime(Instant time) {
        feedTime = Optional.of(time);
    }

    String license() {
        return license;
    }

    void license(String status) {
        license = status;
    }

    /** The objects below a path, scan definitions among them. */
    Records records(String resource) {
        return definitions.values().stream()
                .filter(kind -> kind.family.path().equals(resource))
                .findFirst()
                .map(kind -> kind.records)
                .orElseGet(() -> library.records(resource));
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

    /** The habits that are switched on, in a set of its own. */
    Set<Quirk> shown() {
        Set<Quirk> shown = EnumSet.noneOf(Quirk.class);
        shown.addAll(quirks);
        return shown;
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
