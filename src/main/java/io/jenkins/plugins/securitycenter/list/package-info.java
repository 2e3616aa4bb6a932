/** The findings of jobs for lists of jobs. */
@NullMarked
package io.jenkins.plugins.securitycenter.list;

import org.jspecify.annotations.NullMarked;
