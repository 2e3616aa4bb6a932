/** The implementation of steps and builders, independent of the job type. */
package io.jenkins.plugins.securitycenter.task;
