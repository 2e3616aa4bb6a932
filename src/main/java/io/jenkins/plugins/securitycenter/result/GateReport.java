package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
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

    @Exported
    public boolean isKnownExploited() {
        return verdict.gate().condition().risk().knownExploited();
    }

    @Exported
    public double getMinimumEpss() {
        return verdict.gate().condition().risk().minimumEpss();
    }

    @Exported
    public boolean isPatchAvailable() {
        return verdict.gate().condition().risk().patchAvailable();
    }

    @Exported
    public int getOlderThanDays() {
        return verdict.gate().condition().risk().olderThanDays();
    }

    @Exported
    public List<String> getCve() {
        return verdict.gate().condition().scope().cve();
    }

    @Exported
    public List<String> getHost() {
        return verdict.gate().condition().scope().host();
    }

    @Exported
    public List<String> getPort() {
        return verdict.gate().condition().scope().port();
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

    /** Returns the effect of a violated gate: {@code unstable}, {@code failure} or {@code stage}. */
    @Exported
    public String getResult() {
        return EnumWords.of(verdict.gate().result());
    }

    @Exported
    public String getSentence() {
        return verdict.sentence();
    }

    /** Returns the part of the name of the Jenkins symbol that goes with the state, such as {@code red}. */
    public String getColor() {
        return switch (verdict.state()) {
            case PASSED -> "blue";
            case VIOLATED -> verdict.gate().result() == Gate.Result.FAILURE ? "red" : "yellow";
            case INACTIVE -> "nobuilt";
        };
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
