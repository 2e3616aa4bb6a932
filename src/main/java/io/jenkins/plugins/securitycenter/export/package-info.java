/** The formats in which findings are exported: SARIF, JUnit XML, CSV, JSON Lines, DefectDojo. */
@NullMarked
package io.jenkins.plugins.securitycenter.export;

import org.jspecify.annotations.NullMarked;
