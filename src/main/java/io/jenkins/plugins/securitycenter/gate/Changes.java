package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the findings of a build compare with those of the reference, in numbers.
 *
 * @param compared whether there was a reference; without one all but {@code total} is zero
 * @param total the current findings
 * @param added those of them that the reference does not have
 * @param outstanding those of them that it has, by their current severity
 * @param fixed findings of the reference that are gone
 * @param notScanned findings of the reference that are gone because their hosts were not scanned this time
 */
public record Changes(boolean compared, Totals total, Totals added, Totals outstanding, Totals fixed, Totals notScanned)
        implements Serializable {

    public static final Changes NONE =
            new Changes(false, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE);

    /** Whether nothing is missing, which stored numbers may. */
    boolean complete() {
        return Stream.of(total, added, outstanding, fixed, notScanned).allMatch(Objects::nonNull);
    }
}
