/**
 * The file that stores the findings of a build, and the tables that pages show of it. Findings are streamed, so memory
 * does not grow with their texts.
 */
@NullMarked
package io.jenkins.plugins.securitycenter.findings;

import org.jspecify.annotations.NullMarked;
