/** Polls scan results and reports for every run that waits, and tracks their progress. */
package io.jenkins.plugins.securitycenter.watch.poll;
