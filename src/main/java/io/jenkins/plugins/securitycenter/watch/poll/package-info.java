/** Polls scan results and reports for every run that waits, and tracks their progress. */
@NullMarked
package io.jenkins.plugins.securitycenter.watch.poll;

import org.jspecify.annotations.NullMarked;
