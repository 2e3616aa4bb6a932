package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.resource.RiskRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The findings that SecurityCenter leaves out because accept risk rules apply to them. Some servers do so even if they
 * are asked for accepted findings, or do not know how to be asked.
 *
 * @param rules the rules that can explain a missing finding
 * @param known false if the rules could explain it, but cannot be read
 */
record AcceptedFindings(List<RiskRule> rules, boolean known, Instant now) {

    /** The server sends accepted findings, so that none is missing. */
    static final AcceptedFindings SENT = new AcceptedFindings(List.of(), true, Instant.EPOCH);

    AcceptedFindings {
        rules = List.copyOf(rules);
    }

    /** @param asked whether the server was asked for accepted findings and did not object */
    static AcceptedFindings of(SecurityCenter server, boolean asked, Instant now)
            throws SecurityCenterException, InterruptedException {
        try {
            return new AcceptedFindings(new Resource<>(server, ResourceType.ACCEPT_RISK_RULE).list(), true, now);
        } catch (ErrorResponseException | UnexpectedResponseException e) {
            return new AcceptedFindings(List.of(), asked, now);
        }
    }

    /** Returns the missing finding as an accepted one if a rule applies to it. */
    Optional<Finding> find(Finding missing) {
        return rules.stream()
                .filter(rule -> rule.appliesTo(missing, now))
                .findFirst()
                .map(rule -> missing.accepted(rule.comments()));
    }
}
