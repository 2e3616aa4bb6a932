package io.jenkins.plugins.securitycenter.integration;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksDetails.ChecksDetailsBuilder;
import io.jenkins.plugins.checks.api.ChecksOutput.ChecksOutputBuilder;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import io.jenkins.plugins.securitycenter.document.CheckReport;
import io.jenkins.plugins.securitycenter.record.CheckPublisher;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Publishes checks with the Checks API plugin. Without that plugin, Jenkins does not load this extension, because it looks
 * up the types of all methods.
 */
@Restricted(NoExternalUse.class)
@Extension(optional = true)
public final class ChecksApiPublisher extends CheckPublisher {

    @Override
    protected void publish(Run<?, ?> run, String name, CheckReport report, TaskListener listener) {
        ChecksPublisherFactory.fromRun(run, listener).publish(details(name, report));
    }

    private static ChecksDetails details(String name, CheckReport report) {
        ChecksDetailsBuilder details = new ChecksDetailsBuilder()
                .withName(name)
                .withStatus(
                        report.conclusion() == CheckReport.Conclusion.PENDING
                                ? ChecksStatus.IN_PROGRESS
                                : ChecksStatus.COMPLETED)
                .withConclusion(conclusion(report.conclusion()))
                .withOutput(new ChecksOutputBuilder()
                        .withTitle(report.title())
                        .withSummary(report.summary())
                        .withText(report.text())
                        .build());
        return report.page().isEmpty()
                ? details.build()
                : details.withDetailsURL(report.page()).build();
    }

    private static ChecksConclusion conclusion(CheckReport.Conclusion conclusion) {
        return switch (conclusion) {
            case SUCCESS -> ChecksConclusion.SUCCESS;
            case FAILURE -> ChecksConclusion.FAILURE;
            case NEUTRAL -> ChecksConclusion.NEUTRAL;
            case PENDING -> ChecksConclusion.NONE;
        };
    }
}
