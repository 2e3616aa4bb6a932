/** The last known state of the servers, and the problems that follow from it. Does not depend on Jenkins. */
@NullMarked
package io.jenkins.plugins.securitycenter.status;

import org.jspecify.annotations.NullMarked;
