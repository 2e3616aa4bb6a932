/** Fixes: which findings one change of a system resolves. */
@NullMarked
package io.jenkins.plugins.securitycenter.fix;

import org.jspecify.annotations.NullMarked;
