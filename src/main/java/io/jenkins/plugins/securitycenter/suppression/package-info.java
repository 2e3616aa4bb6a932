/** The suppression file: its rules, and which findings they suppress. */
package io.jenkins.plugins.securitycenter.suppression;
