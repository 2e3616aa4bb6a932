/** Typed access to the resources of the API, such as scans, scan results, reports and asset lists. */
package io.jenkins.plugins.securitycenter.client.resource;
