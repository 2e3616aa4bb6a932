package io.jenkins.plugins.securitycenter.suppression;

import io.jenkins.plugins.securitycenter.model.HostPattern;
import io.jenkins.plugins.securitycenter.model.PortRange;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the rules of a suppression file. Whatever is not understood is an error. */
final class SuppressionParser {

    private static final String IGNORE = "ignore";
    private static final String HOSTS = "hosts";
    private static final String PORTS = "ports";
    private static final String SEVERITY = "severity";
    private static final String UNTIL = "until";
    private static final String REASON = "reason";
    private static final List<String> SELECTORS =
            Stream.of(Selector.values()).map(Selector::word).toList();
    private static final List<String> KEYS = Stream.concat(
                    SELECTORS.stream(), Stream.of(HOSTS, PORTS, SEVERITY, UNTIL, REASON))
            .toList();
    private static final String ONE_SELECTOR = "exactly one of " + String.join(", ", SELECTORS);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST_REASON = 500;

    private final YamlSource source;

    SuppressionParser(YamlSource source) {
        this.source = source;
    }

    /** @throws IllegalArgumentException with one sentence for the user that names the line and the column */
    List<SuppressionRule> rules() {
        Node root = source.root();
        Node ignore = source.map(root, "the file", List.of(IGNORE)).get(IGNORE);
        if (ignore == null) {
            throw source.wrong(root, "the key ignore is missing; add it with a list of rules.");
        }
        if (YamlSource.missing(ignore)) {
            return List.of();
        }
        if (!(ignore instanceof SequenceNode list)) {
            throw source.wrong(ignore, "ignore must be a list of rules; begin each rule with a hyphen.");
        }
        if (list.getValue().size() > SuppressionFile.MOST_RULES) {
            throw source.wrong(
                    list.getValue().get(SuppressionFile.MOST_RULES),
                    "the file has more than " + SuppressionFile.MOST_RULES + " rules; use fewer rules.");
        }
        return list.getValue().stream().map(this::rule).toList();
    }

    private SuppressionRule rule(Node node) {
        Map<String, Node> entries = source.map(node, "a rule", KEYS);
        Selector selector = selector(node, entries);
        LocalDate until = date(required(node, entries, UNTIL));
        return new SuppressionRule(
                node.getStartMark().getLine() + 1,
                selector,
                values(selector, Objects.requireNonNull(entries.get(selector.word()))),
                values(entries, HOSTS, HostPattern::parse),
                values(entries, PORTS, PortRange::parse),
                new HashSet<>(values(entries, SEVERITY, Severity::parse)),
                until,
                reason(required(node, entries, REASON)));
    }

    private Selector selector(Node node, Map<String, Node> entries) {
        List<Selector> given = Stream.of(Selector.values())
                .filter(selector -> entries.containsKey(selector.word()))
                .toList();
        if (given.isEmpty()) {
            throw source.wrong(node, "the rule selects nothing; set " + ONE_SELECTOR + ".");
        }
        if (given.size() > 1) {
            throw source.wrong(
                    Objects.requireNonNull(entries.get(given.get(1).word())),
                    given.get(0).word() + " and " + given.get(1).word() + " are set; set " + ONE_SELECTOR + ".");
        }
        return given.get(0);
    }

    private List<String> values(Selector selector, Node node) {
        if (selector == Selector.CVE) {
            return values(node, selector.word(), selector::check);
        }
        return List.of(value(node, selector.word(), selector::check));
    }

    private <T> List<T> values(Map<String, Node> entries, String key, Function<String, T> parser) {
        return entries.containsKey(key) ? values(entries.get(key), key, parser) : List.of();
    }

    private <T> List<T> values(Node node, String key, Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        for (Node element : source.list(node)) {
            values.add(value(element, key, parser));
        }
        if (values.isEmpty()) {
            throw source.wrong(node, key + " is empty; enter a value, or leave the key out.");
        }
        return values;
    }

    private <T> T value(Node node, String key, Function<String, T> parser) {
        String text = source.string(node, key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw source.wrong(node, key + ": " + e.getMessage());
        }
    }

    private Node required(Node rule, Map<String, Node> entries, String key) {
        Node value = entries.get(key);
        if (value == null) {
            throw source.wrong(
                    rule,
                    key.equals(UNTIL)
                            ? "until is missing; add the last day of the rule, such as until: 2027-03-31."
                            : "reason is missing; add why the finding is suppressed.");
        }
        return value;
    }

    private LocalDate date(Node node) {
        String text = source.string(node, UNTIL);
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw notADate(node, text);
        }
        throw notADate(node, text);
    }

    private IllegalArgumentException notADate(Node node, String text) {
        return source.wrong(
                node, "until \"" + YamlSource.shown(text) + "\" is not a date; use a date such as 2027-03-31.");
    }

    private String reason(Node node) {
        String reason = source.string(node, REASON).replaceAll("\\s+", " ");
        if (reason.length() > LONGEST_REASON) {
            throw source.wrong(node, "reason is longer than " + LONGEST_REASON + " characters; use a shorter one.");
        }
        return reason;
    }
}
