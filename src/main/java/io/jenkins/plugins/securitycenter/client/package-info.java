/**
 * Connections to SecurityCenter with an account: logins, sessions, downloads. {@link
 * io.jenkins.plugins.securitycenter.client.SessionPool} opens a connection, {@link
 * io.jenkins.plugins.securitycenter.client.SecurityCenter}.
 */
@NullMarked
package io.jenkins.plugins.securitycenter.client;

import org.jspecify.annotations.NullMarked;
