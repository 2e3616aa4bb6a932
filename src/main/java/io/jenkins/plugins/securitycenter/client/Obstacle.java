package io.jenkins.plugins.securitycenter.client;

/**
 * Something in the way of a launch or an import.
 *
 * @param sentence for the user
 * @param certain whether the server is bound to refuse; else it may be about something else
 */
public record Obstacle(String sentence, boolean certain) {}
