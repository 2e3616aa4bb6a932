/** Builders, publishers and a build wrapper for freestyle jobs, as thin wrappers of the steps. */
@NullMarked
package io.jenkins.plugins.securitycenter.build;

import org.jspecify.annotations.NullMarked;
