package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Exposes {@link Totals} to the remote API and to pages. */
@Restricted(NoExternalUse.class)
@ExportedBean(defaultVisibility = 2)
public final class SeverityCounts {

    private final Totals totals;

    SeverityCounts(Totals totals) {
        this.totals = totals;
    }

    /** Returns that part of the counts; null without a reference build. */
    @CheckForNull
    static SeverityCounts ofCompared(StateCounts counts, Function<StateCounts, Totals> part) {
        return counts.compared() ? new SeverityCounts(part.apply(counts)) : null;
    }

    @Exported
    public long getCritical() {
        return totals.critical();
    }

    @Exported
    public long getHigh() {
        return totals.high();
    }

    @Exported
    public long getMedium() {
        return totals.medium();
    }

    @Exported
    public long getLow() {
        return totals.low();
    }

    @Exported
    public long getInfo() {
        return totals.info();
    }

    @Exported
    public long getTotal() {
        return totals.total();
    }
}
