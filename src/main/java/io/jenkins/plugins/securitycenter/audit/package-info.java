/** What users changed: in the log of Jenkins and in a file. */
@NullMarked
package io.jenkins.plugins.securitycenter.audit;

import org.jspecify.annotations.NullMarked;
