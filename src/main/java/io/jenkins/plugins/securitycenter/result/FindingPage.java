package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ModelObject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.TableCache;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.result.view.FindingDetail;
import io.jenkins.plugins.securitycenter.result.view.FindingNavigation;
import io.jenkins.plugins.securitycenter.result.view.TableRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The page of one finding. */
@Restricted(NoExternalUse.class)
public final class FindingPage implements ModelObject {

    /** The name of the build parameter for fingerprints to verify. */
    private static final String PARAMETER = "SECURITYCENTER_VERIFY";

    private static final String DEFAULT_ID = "securitycenter";

    private final RecordPages pages;
    private final @Nullable RecordedFinding entry;
    private final @Nullable FindingTable table;
    private final int row;
    private final String problem;

    private FindingPage(
            RecordPages pages,
            @CheckForNull RecordedFinding entry,
            @CheckForNull FindingTable table,
            int row,
            String problem) {
        this.pages = pages;
        this.entry = entry;
        this.table = table;
        this.row = row;
        this.problem = problem;
    }

    /** Creates the page of the finding with that number. */
    static FindingPage of(RecordPages pages, TableCache.Opened opened, int row) throws IOException {
        return new FindingPage(pages, opened.findings().get(row), opened.table(), row, "");
    }

    /** Creates a page that explains why there is no finding. */
    static FindingPage problem(RecordPages pages, String sentence) {
        return new FindingPage(pages, null, null, 0, sentence);
    }

    public FindingsAction action() {
        return pages.action();
    }

    public Run<?, ?> run() {
        return pages.run();
    }

    /** Returns the build, for its tabs and its side panel. */
    public Run<?, ?> getObject() {
        return run();
    }

    /** Returns when the build was scheduled, which determines how old its findings are. */
    public Instant time() {
        return pages.time();
    }

    public String problem() {
        return problem;
    }

    /**
     * Returns the details of the finding.
     *
     * @param parameters the parameters of the table that linked to this page; the default table if they are not valid
     * @return null if there is a problem
     */
    @CheckForNull
    public FindingDetail detail(Map<String, String[]> parameters) {
        return entry == null || table == null
                ? null
                : FindingDetail.of(entry, FindingNavigation.of(table, row, request(parameters)));
    }

    /** Returns the pipeline step that verifies a fix of the finding; call it only if there is no problem. */
    public String getVerificationStep() {
        String id = action().getId();
        RecordedFinding entry = Objects.requireNonNull(this.entry);
        return "securityCenterScan verify: [build: " + run().getNumber()
                + (id.equals(DEFAULT_ID) ? "" : ", id: '" + id + "'") + ", fingerprints: '"
                + FindingDetail.of(entry).fingerprint() + "']";
    }

    /** Returns the page that starts a build with the parameter for fingerprints; empty unless the user may use it. */
    public String getParameterLink() {
        Job<?, ?> job = run().getParent();
        ParametersDefinitionProperty parameters = job.getProperty(ParametersDefinitionProperty.class);
        return parameters != null
                        && parameters.getParameterDefinitionNames().contains(PARAMETER)
                        && job.hasPermission(Item.BUILD)
                ? job.getUrl() + "build?delay=0sec"
                : "";
    }

    /** Returns whether the finding exists only in a reference build of another job, which keeps its description. */
    public boolean isWithOtherJob() {
        String own = run().getParent().getFullName() + "#";
        return entry != null
                && !entry.state().current()
                && !action().getReference().startsWith(own);
    }

    @Override
    public String getDisplayName() {
        return entry == null
                ? Messages.FindingPage_finding()
                : FindingDetail.of(entry).line().name();
    }

    private static TableRequest request(Map<String, String[]> parameters) {
        try {
            return TableRequest.parse(parameters);
        } catch (IllegalArgumentException e) {
            return TableRequest.FIRST;
        }
    }
}
