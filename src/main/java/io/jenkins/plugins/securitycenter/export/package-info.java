/** The formats in which findings are exported: SARIF, JUnit XML, CSV, JSON Lines, DefectDojo. */
package io.jenkins.plugins.securitycenter.export;
