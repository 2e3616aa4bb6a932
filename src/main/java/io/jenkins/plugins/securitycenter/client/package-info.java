/**
 * A client for SecurityCenter's REST API: transport, sessions, errors, retries and typed access to the resources that
 * builds need. {@link io.jenkins.plugins.securitycenter.client.Sessions} is the entry point.
 */
package io.jenkins.plugins.securitycenter.client;
