/**
 * Verification of fixes: selects findings of a record, runs remediation scans for them, and records which of them are fixed.
 */
@NullMarked
package io.jenkins.plugins.securitycenter.verification;

import org.jspecify.annotations.NullMarked;
