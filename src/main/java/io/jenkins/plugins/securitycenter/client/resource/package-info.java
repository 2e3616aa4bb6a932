/** Typed access to the resources of the API, such as scans, scan results, reports and asset lists. */
@NullMarked
package io.jenkins.plugins.securitycenter.client.resource;

import org.jspecify.annotations.NullMarked;
