package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Exposes a {@link GateVerdict} to the remote API, to pages and to the result of a step. */
@Restricted(NoExternalUse.class)
@ExportedBean(defaultVisibility = 2)
public final class GateReport {

    private final GateVerdict verdict;

    public GateReport(GateVerdict verdict) {
        this.verdict = verdict;
    }

    @Exported
    public String getType() {
        return EnumWords.of(verdict.gate().type());
    }

    @Exported
    public String getSeverity() {
        return verdict.gate().severity().label();
    }

    @Exported
    public int getThreshold() {
        return verdict.gate().threshold();
    }

    @Exported
    public boolean isExploitAvailable() {
        return verdict.gate().condition().exploitAvailable();
    }

    @Exported
    public double getMinimumCvss() {
        return verdict.gate().condition().minimumCvss();
    }

    @Exported
    public double getMinimumVpr() {
        return verdict.gate().condition().minimumVpr();
    }

    @Exported
    public String getPluginFamily() {
        return verdict.gate().condition().pluginFamily();
    }

    /** Returns the conditions that concern the risk. */
    public RiskCondition risk() {
        return verdict.gate().condition().risk();
    }

    /** Returns what the gate is limited to. */
    public ScopeCondition scope() {
        return verdict.gate().condition().scope();
    }

    @Exported
    public long getCount() {
        return verdict.count();
    }

    /** Returns {@code passed}, {@code violated} or {@code inactive}. */
    @Exported
    public String getState() {
        return EnumWords.of(verdict.state());
    }

    /** Returns the result of the build if the gate is violated: {@code unstable} or {@code failure}. */
    @Exported
    public String getResult() {
        return EnumWords.of(verdict.gate().result());
    }

    @Exported
    public String getSentence() {
        return verdict.sentence();
    }

    /** Returns the label of the state on pages. */
    public String getStateLabel() {
        return switch (verdict.state()) {
            case PASSED -> Messages.GateReport_passed();
            case VIOLATED -> Messages.GateReport_violated();
            case INACTIVE -> Messages.GateReport_inactive();
        };
    }
}
