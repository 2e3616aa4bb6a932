/** Compares findings with a reference and evaluates them against gates. No class keeps findings in memory. */
@NullMarked
package io.jenkins.plugins.securitycenter.gate;

import org.jspecify.annotations.NullMarked;
