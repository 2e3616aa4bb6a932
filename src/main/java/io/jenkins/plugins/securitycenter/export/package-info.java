/** The formats in which findings are exported: SARIF, JUnit XML, CSV, JSON lines. */
package io.jenkins.plugins.securitycenter.export;
