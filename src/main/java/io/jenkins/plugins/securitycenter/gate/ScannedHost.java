package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.Optional;

/**
 * A host that a scan reached.
 *
 * @param loggedIn whether the scanner logged in to the host, or an agent scanned it; empty if unknown, or for a web
 *     application
 * @param reason why it did not log in; empty if it did or gave no reason
 */
public record ScannedHost(ResourceReference repository, Host host, Optional<Boolean> loggedIn, String reason) {}
