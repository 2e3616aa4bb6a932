/** Builders, publishers and a build wrapper for freestyle jobs, as thin wrappers of the steps. */
package io.jenkins.plugins.securitycenter.build;
