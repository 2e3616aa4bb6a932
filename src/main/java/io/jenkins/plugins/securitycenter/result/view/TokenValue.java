package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The values of a record for tokens in texts of other plugins.
 *
 * @param page the URL of the record in Jenkins
 * @param url the URL of the scan result in SecurityCenter
 * @param summary may throw an exception for users
 */
public record TokenValue(String id, String page, String url, Supplier<RecordSummary> summary) {

    private static final int LONGEST = 300;

    /** The counts that exist without a reference, too. */
    private static final Map<String, Function<StateCounts, Totals>> ABSOLUTE = new LinkedHashMap<>();

    /** The counts that are known only if the record was compared with another. */
    private static final Map<String, Function<StateCounts, Totals>> COMPARED = new LinkedHashMap<>();

    static {
        ABSOLUTE.put("total", StateCounts::total);
        COMPARED.put("new", StateCounts::added);
        COMPARED.put("fixed", StateCounts::fixed);
        COMPARED.put("outstanding", StateCounts::outstanding);
        COMPARED.put("notChecked", StateCounts::notChecked);
        ABSOLUTE.put("suppressed", StateCounts::suppressed);
        ABSOLUTE.put("overdue", StateCounts::overdue);
    }

    private static final List<String> WORDS = Stream.of(
                    Stream.of("total"),
                    COMPARED.keySet().stream(),
                    Stream.of("suppressed", "overdue", "verdict", "page", "url", "id"))
            .flatMap(words -> words)
            .toList();

    /**
     * Returns the value, or a sentence for users if a parameter is unknown or the summary cannot be read. A count that needs
     * a reference is empty without one.
     *
     * @param severity the severity of the counted findings; empty for all
     */
    public String text(String value, String severity) {
        try {
            String word = EnumWords.parse(WORDS, Function.identity(), "value", value);
            return switch (word) {
                case "id" -> id;
                case "page" -> page;
                case "url" -> url;
                case "verdict" -> EnumWords.of(summary.get().verdict().outcome());
                default -> count(word, severity);
            };
        } catch (IllegalArgumentException e) {
            return MessageText.line(MessageText.shortened(MessageText.of(e), LONGEST));
        }
    }

    private String count(String word, String severity) {
        StateCounts changes = summary.get().changes();
        Function<StateCounts, Totals> counted = ABSOLUTE.get(word);
        if (counted == null) {
            if (!changes.compared()) {
                return "";
            }
            counted = Objects.requireNonNull(COMPARED.get(word));
        }
        Totals totals = counted.apply(changes);
        return Long.toString(severity.isEmpty() ? totals.total() : totals.count(Severity.parse(severity)));
    }
}
