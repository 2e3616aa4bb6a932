/**
 * Verification of fixes: selects findings of a record, runs remediation scans for them, and records which of them are fixed.
 */
package io.jenkins.plugins.securitycenter.verification;
