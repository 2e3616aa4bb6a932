/**
 * Remediation scans: which scans verify that findings are fixed, with only their plugins against only their hosts and
 * ports.
 */
package io.jenkins.plugins.securitycenter.remediation;
