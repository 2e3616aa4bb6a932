/** The implementation of steps and builders, independent of the job type. */
@NullMarked
package io.jenkins.plugins.securitycenter.task;

import org.jspecify.annotations.NullMarked;
