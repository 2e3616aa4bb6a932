package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Plugin;

/**
 * Selects the findings that a table shows by what is known about their risk.
 *
 * @param knownExploited whether to show only findings that CISA lists as known to be exploited
 * @param minimumEpss minimum EPSS score in percent; 0 also shows findings without a score
 * @param patchAvailable whether to show only findings for which a patch is published
 * @param overdue whether to show only findings that were overdue
 */
public record RiskFilter(boolean knownExploited, int minimumEpss, boolean patchAvailable, boolean overdue) {

    /** Shows all findings. */
    public static final RiskFilter ALL = new RiskFilter(false, 0, false, false);

    boolean takes(Plugin plugin) {
        return (!knownExploited || plugin.knownExploited())
                && (!patchAvailable || plugin.patchPublished().isPresent());
    }
}
