package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a record that apply to all of its gates.
 *
 * @param missingScore see {@link MissingScore}
 * @param sla the number of days in which findings of a severity must be fixed; severities that are missing have no limit
 */
public record RiskRules(MissingScore missingScore, Map<Severity, Integer> sla) {

    /** Findings without a score count, and no severity has a due date. */
    public static final RiskRules DEFAULT = new RiskRules(MissingScore.COUNT, Map.of());

    /** @throws IllegalArgumentException if a number of days is out of range; the message names the severity */
    public RiskRules {
        sla = Map.copyOf(sla);
        sla.forEach((severity, days) -> days(severity).check(days));
    }

    /**
     * Checks that gates of type overdue do not leave out severe findings while they count less severe ones.
     *
     * @throws IllegalArgumentException if one does, because the number of days of a severity is missing, with a message for
     *     the user
     */
    public void check(List<Gate> gates) {
        for (Gate gate : gates) {
            Optional<Severity> without = Severity.descending().stream()
                    .filter(severity -> gate.type() == Gate.Type.OVERDUE
                            && severity.atLeast(gate.severity())
                            && !sla.containsKey(severity))
                    .findFirst();
            without.ifPresent(worst -> Severity.descending().stream()
                    .filter(less -> worst.atLeast(less) && less.atLeast(gate.severity()) && sla.containsKey(less))
                    .findFirst()
                    .ifPresent(less -> {
                        throw new IllegalArgumentException("sla has days for " + less.label() + ", but not for "
                                + worst.label() + ", which a gate of type overdue counts as well; set sla."
                                + EnumWords.of(worst) + ".");
                    }));
        }
    }

    /** Returns the rule for the number of days of a severity. */
    public static NumberRule days(Severity severity) {
        return NumberRule.whole(
                "sla." + EnumWords.of(severity),
                1,
                36_500,
                "use a whole number of days from 1 to 36500, or leave it out.");
    }
}
