/** The suppression file: its rules, and which findings they suppress. */
@NullMarked
package io.jenkins.plugins.securitycenter.suppression;

import org.jspecify.annotations.NullMarked;
