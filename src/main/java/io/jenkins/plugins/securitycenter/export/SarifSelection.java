package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.util.List;

/**
 * The selection of findings for a SARIF file.
 *
 * @param limit the maximum number of findings, of which the worst are selected
 * @param all whether accepted, suppressed and fixed findings are selected, too
 */
public record SarifSelection(int limit, boolean all) {

    /** GitHub shows at most this number of results. */
    public static final int DEFAULT_LIMIT = 5_000;

    /** GitHub rejects files with more results. */
    private static final int MOST = 25_000;

    /** The rule for {@link #limit()}. */
    public static final NumberRule LIMIT =
            NumberRule.whole("exports.sarifLimit", 1, MOST, "use a whole number from 1 to 25,000.");

    /** The default selection, which code scanning services accept. */
    public static final SarifSelection DEFAULT = new SarifSelection(DEFAULT_LIMIT, false);

    /** @throws IllegalArgumentException if the limit is not allowed, with a message for the user */
    public SarifSelection {
        LIMIT.check(limit);
    }

    /**
     * Parses the values of a request; an empty value is that of {@link #DEFAULT}.
     *
     * @throws IllegalArgumentException if a value is not allowed, with a message for the user
     */
    public static SarifSelection parse(String limit, String all) {
        return new SarifSelection(
                isEmpty(limit) ? DEFAULT_LIMIT : LIMIT.read(limit).intValue(),
                !isEmpty(all) && EnumWords.parse(List.of(true, false), String::valueOf, "sarifAll", all));
    }

    private static boolean isEmpty(String value) {
        return value == null || value.isBlank();
    }

    /** Returns whether the finding is selected, apart from the limit. */
    boolean includes(RecordedFinding recorded) {
        boolean excused = recorded.finding().risk().accepted() || recorded.suppressed();
        return all || !excused && recorded.state() != FindingState.FIXED;
    }
}
