package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Login;
import java.time.Duration;

/**
 * Where a run takes place.
 *
 * @param pollInterval the longest pause between two polls
 */
public record Target(Endpoint endpoint, Login login, Duration pollInterval) {}
