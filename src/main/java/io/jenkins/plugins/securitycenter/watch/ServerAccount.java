package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import java.time.Duration;

/**
 * The server and account of a run.
 *
 * @param pollInterval maximum time between two polls
 */
public record ServerAccount(Endpoint endpoint, Login login, Duration pollInterval) {}
