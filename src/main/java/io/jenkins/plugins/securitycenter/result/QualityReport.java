package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Exposes a {@link QualityVerdict} to the remote API, to pages and to the result of a step. */
@Restricted(NoExternalUse.class)
@ExportedBean(defaultVisibility = 2)
public final class QualityReport {

    private final QualityVerdict verdict;

    public QualityReport(QualityVerdict verdict) {
        this.verdict = verdict;
    }

    /** Returns {@code authenticatedHosts}, {@code scannedTargets}, {@code pluginFeedDays} or {@code verifiedFixes}. */
    @Exported
    public String getCondition() {
        return EnumWords.of(verdict.condition());
    }

    /** Returns the required percentage or number, or the allowed number of days. */
    @Exported
    public double getLimit() {
        return verdict.limit();
    }

    /** Returns {@code passed} or {@code violated}. */
    @Exported
    public String getState() {
        return EnumWords.of(verdict.state());
    }

    /** Returns the result of the build if the condition is violated: {@code unstable} or {@code failure}. */
    @Exported
    public String getResult() {
        return EnumWords.of(verdict.result());
    }

    @Exported
    public String getSentence() {
        return verdict.sentence();
    }

    /** Returns the part of the name of the Jenkins symbol that goes with the state, such as {@code red}. */
    public String getColor() {
        if (!verdict.violated()) {
            return "blue";
        }
        return verdict.result() == Gate.Result.FAILURE ? "red" : "yellow";
    }

    /** Returns the label of the state on pages. */
    public String getStateLabel() {
        return verdict.violated() ? Messages.GateReport_violated() : Messages.GateReport_passed();
    }
}
