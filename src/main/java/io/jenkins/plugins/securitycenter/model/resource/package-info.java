/** The objects of SecurityCenter that are neither scans nor findings, as immutable records, such as policies. */
@NullMarked
package io.jenkins.plugins.securitycenter.model.resource;

import org.jspecify.annotations.NullMarked;
