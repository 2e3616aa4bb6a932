/** The objects of SecurityCenter that are neither scans nor findings, as immutable records, such as policies. */
package io.jenkins.plugins.securitycenter.model.resource;
