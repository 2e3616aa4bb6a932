/**
 * HTTP requests to SecurityCenter and its responses: connections, TLS, retries, limits, errors. {@link
 * io.jenkins.plugins.securitycenter.client.transport.Request} is an API call.
 */
@NullMarked
package io.jenkins.plugins.securitycenter.client.transport;

import org.jspecify.annotations.NullMarked;
