/**
 * A client of SecurityCenter's REST API: transport, sessions, errors, retries and typed access to the resources that a
 * build needs. {@link io.jenkins.plugins.securitycenter.client.Sessions} is where to begin.
 */
package io.jenkins.plugins.securitycenter.client;
