/** Comparison of findings with a reference, and gates that judge them. Nothing here holds findings in memory. */
package io.jenkins.plugins.securitycenter.gate;
