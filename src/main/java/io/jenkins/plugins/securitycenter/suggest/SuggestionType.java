package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The kinds of objects that form fields can refer to. */
public enum SuggestionType {
    SCAN(ResourceType.SCAN) {
        @Override
        List<Suggestion> read(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
            return definitions(server, ScanKind.ACTIVE);
        }
    },
    AGENT_SCAN(ResourceType.AGENT_SCAN) {
        @Override
        List<Suggestion> read(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
            return definitions(server, ScanKind.AGENT);
        }
    },
    WEB_SCAN(ResourceType.WAS_SCAN) {
        @Override
        List<Suggestion> read(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
            return definitions(server, ScanKind.WEB);
        }
    },
    /** The scan results of the last days, newest first. They are identified by id. */
    SCAN_RESULT(new ResourceType<>("/scanResult", "scan result", "scan results", "", Suggestion::of)) {
        @Override
        List<Suggestion> read(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
            return new ScanResults(server)
                    .createdSince(now.minus(RECENT)).stream()
                            .sorted(Comparator.comparing(SuggestionType::time).reversed())
                            .map(SuggestionType::choice)
                            .toList();
        }
    },
    /**
     * Gates identify plugin families by name only; active, passive and event plugins often have families with the same
     * name.
     */
    PLUGIN_FAMILY(ResourceType.PLUGIN_FAMILY) {
        @Override
        List<Suggestion> read(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
            return super.read(server, now).stream()
                    .map(family -> new Suggestion("", family.name(), ""))
                    .distinct()
                    .toList();
        }

        @Override
        boolean means(String text, Suggestion choice) {
            return choice.name().equalsIgnoreCase(text.trim());
        }
    },
    REPOSITORY(ResourceType.REPOSITORY),
    ASSET(ResourceType.ASSET),
    POLICY(ResourceType.POLICY),
    ZONE(ResourceType.ZONE),
    CREDENTIAL(ResourceType.CREDENTIAL),
    REPORT_DEFINITION(ResourceType.REPORT_DEFINITION);

    private static final Duration RECENT = Duration.ofDays(14);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ResourceType<Suggestion> kind;

    SuggestionType(ResourceType<?> kind) {
        this.kind = new ResourceType<>(kind.path(), kind.label(), kind.plural(), "id,name", Suggestion::of);
    }

    /**
     * Returns the kind for scan definitions of the given kind, by the word of {@link ScanKind}; that of active scans
     * for any other word.
     */
    public static SuggestionType scans(String word) {
        return ScanKind.AGENT.word().equals(word)
                ? AGENT_SCAN
                : ScanKind.WEB.word().equals(word) ? WEB_SCAN : SCAN;
    }

    /** Returns the objects that the account can use, in the order in which to suggest them. */
    List<Suggestion> load(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
        List<Suggestion> all = read(server, now);
        return byId()
                ? all
                : all.stream()
                        .sorted(Comparator.comparing(Suggestion::name, String.CASE_INSENSITIVE_ORDER))
                        .toList();
    }

    List<Suggestion> read(SecurityCenter server, Instant now) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, kind).list();
    }

    /** Returns whether users identify these objects by id rather than by name; then only recent ones are read. */
    boolean byId() {
        return this == SCAN_RESULT;
    }

    /** Returns whether a build accepts the text for that object, in addition to exact matches. */
    boolean means(String text, Suggestion choice) {
        return false;
    }

    /** Returns the value of the field after this object was chosen. */
    String value(Suggestion choice) {
        return byId() ? AnnotatedValue.add(choice.id(), choice.name() + ", " + choice.about()) : choice.name();
    }

    ResourceType<Suggestion> kind() {
        return kind;
    }

    private static List<Suggestion> definitions(SecurityCenter server, ScanKind kind)
            throws SecurityCenterException, InterruptedException {
        return new Scans(server, kind)
                .list().stream()
                        .map(scan -> new Suggestion(scan.id(), scan.name(), ""))
                        .toList();
    }

    private static Suggestion choice(ScanResult result) {
        Instant time = time(result);
        String when = time.equals(Instant.EPOCH) ? "" : TIME.format(time.atZone(ZoneId.systemDefault())) + ", ";
        return new Suggestion(result.id(), result.name(), when + result.state().status());
    }

    private static Instant time(ScanResult result) {
        Optional<Instant> started = result.times().started();
        return result.times().created().or(() -> started).orElse(Instant.EPOCH);
    }
}
