package io.jenkins.plugins.securitycenter.suppression;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which findings of a build are suppressed, and notes which rules matched. A rule holds through the end of its
 * last day. Not thread-safe.
 */
public final class Suppressions {

    /** How many days before its end a rule is reported. */
    static final int WARNING_DAYS = 14;

    private final List<SuppressionRule> rules;
    private final SuppressionPolicy policy;
    private final LocalDate today;
    private final List<SuppressionRule> ignored;
    private final Map<Selector, Map<String, List<SuppressionRule>>> active = new EnumMap<>(Selector.class);
    private final Set<SuppressionRule> matched = Collections.newSetFromMap(new IdentityHashMap<>());
    private long tooSevere;

    private Suppressions(
            List<SuppressionRule> rules, SuppressionPolicy policy, LocalDate today, List<SuppressionRule> ignored) {
        this.ignored = ignored;
        this.rules = rules;
        this.policy = policy;
        this.today = today;
        for (SuppressionRule rule : rules) {
            if (!rule.expired(today)) {
                Map<String, List<SuppressionRule>> byValue =
                        active.computeIfAbsent(rule.selector(), selector -> new HashMap<>());
                rule.canonical().stream()
                        .distinct()
                        .forEach(value -> byValue.computeIfAbsent(value, key -> new ArrayList<>())
                                .add(rule));
            }
        }
    }

    /** @param today the day of the build, in the time zone of the controller */
    public static Suppressions of(List<SuppressionRule> rules, SuppressionPolicy policy, LocalDate today) {
        return new Suppressions(List.copyOf(rules), policy, today, List.of());
    }

    /** Returns suppressions without rules. */
    public static Suppressions none() {
        return of(List.of(), SuppressionPolicy.DEFAULT, LocalDate.EPOCH);
    }

    /** Returns the same suppressions, with further rules that are only reported. */
    public Suppressions ignoring(List<SuppressionRule> others) {
        return new Suppressions(rules, policy, today, List.copyOf(others));
    }

    /** Returns the same suppressions, of which none has matched yet. */
    public Suppressions restarted() {
        return new Suppressions(rules, policy, today, ignored);
    }

    /** Returns the suppression of a current finding, by the first rule that covers it. */
    public Optional<Suppression> find(Finding finding) {
        List<SuppressionRule> covering = covering(finding);
        matched.addAll(covering);
        if (covering.isEmpty()) {
            return Optional.empty();
        }
        if (!policy.allows(finding.severity())) {
            tooSevere++;
            return Optional.empty();
        }
        return Optional.of(covering.get(0).suppression());
    }

    private List<SuppressionRule> covering(Finding finding) {
        List<SuppressionRule> covering = new ArrayList<>();
        active.forEach((selector, byValue) -> {
            List<String> values = selector.of(finding);
            if (!values.isEmpty()) {
                byValue.getOrDefault(values.get(0), List.of()).stream()
                        .filter(rule -> rule.covers(finding))
                        .forEach(covering::add);
            }
        });
        covering.sort(Comparator.comparingInt(SuppressionRule::line));
        return covering;
    }

    /** Returns what is to be said about the rules, once all current findings are known. */
    public SuppressionReport report() {
        return new SuppressionReport(
                entries(rule -> rule.expired(today)),
                entries(rule -> !rule.expired(today) && !rule.until().isAfter(today.plusDays(WARNING_DAYS))),
                entries(rule -> !rule.expired(today) && !matched.contains(rule)),
                tooSevere,
                ignored.stream().map(SuppressionReport.Entry::of).toList());
    }

    private List<SuppressionReport.Entry> entries(Predicate<SuppressionRule> kind) {
        return rules.stream().filter(kind).map(SuppressionReport.Entry::of).toList();
    }
}
