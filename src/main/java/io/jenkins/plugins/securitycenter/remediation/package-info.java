/**
 * Remediation scans: which scans verify that findings are fixed, with only their plugins against only their hosts and
 * ports.
 */
@NullMarked
package io.jenkins.plugins.securitycenter.remediation;

import org.jspecify.annotations.NullMarked;
