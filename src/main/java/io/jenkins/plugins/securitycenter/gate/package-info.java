/** Compares findings with a reference and evaluates them against gates. No class keeps findings in memory. */
package io.jenkins.plugins.securitycenter.gate;
