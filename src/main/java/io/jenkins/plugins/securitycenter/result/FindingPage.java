package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.report.StoredFindings;
import io.jenkins.plugins.securitycenter.result.view.FindingDetail;
import io.jenkins.plugins.securitycenter.result.view.TableRequest;
import java.util.Map;

/** The page of one finding. */
public final class FindingPage implements ModelObject {

    private final FindingsPages pages;
    private final StoredFindings.Entry entry;
    private final String problem;

    /**
     * @param entry null when there is a problem
     * @param problem empty when there is a finding
     */
    FindingPage(FindingsPages pages, @CheckForNull StoredFindings.Entry entry, String problem) {
        this.pages = pages;
        this.entry = entry;
        this.problem = problem;
    }

    public FindingsAction action() {
        return pages.action();
    }

    public Run<?, ?> run() {
        return pages.run();
    }

    public String problem() {
        return problem;
    }

    /**
     * All about the finding.
     *
     * @param parameters those of the table that the reader comes from; if they make no sense, the first one is meant
     * @return null when there is a problem
     */
    @CheckForNull
    public FindingDetail detail(Map<String, String[]> parameters) {
        return entry == null ? null : FindingDetail.of(entry, request(parameters));
    }

    @Override
    public String getDisplayName() {
        return entry == null
                ? Messages.FindingPage_finding()
                : FindingDetail.of(entry, TableRequest.FIRST).line().name();
    }

    private static TableRequest request(Map<String, String[]> parameters) {
        try {
            return TableRequest.parse(parameters);
        } catch (IllegalArgumentException e) {
            return TableRequest.FIRST;
        }
    }
}
