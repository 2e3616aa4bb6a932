/** Fixes: which findings one change of a system resolves. */
package io.jenkins.plugins.securitycenter.fix;
