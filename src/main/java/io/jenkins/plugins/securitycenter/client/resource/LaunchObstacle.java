package io.jenkins.plugins.securitycenter.client.resource;

/**
 * A problem that may prevent a launch or an import.
 *
 * @param sentence the sentence for users
 * @param certain whether the server is certain to reject the request; otherwise the problem may not apply to it
 */
public record LaunchObstacle(String sentence, boolean certain) {}
