package io.jenkins.plugins.securitycenter.status;

import java.time.Instant;
import java.util.Optional;

/**
 * The result of the last check of a server.
 *
 * @param time when the check ended
 * @param problem why the check failed, as a sentence; empty if it succeeded
 * @param facts what the last successful check read; empty if there was none
 */
public record ServerState(Instant time, Optional<String> problem, Optional<ServerFacts> facts) {}
