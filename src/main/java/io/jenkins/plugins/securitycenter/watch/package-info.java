/**
 * Launching a scan once and waiting for it and its import, without a thread per scan and with one poll per server
 * however many builds wait. {@link io.jenkins.plugins.securitycenter.watch.ScanRun} is where to begin.
 */
package io.jenkins.plugins.securitycenter.watch;
