/**
 * Launches scans, imports and reports exactly once and waits for their results, without a thread per run and with one
 * poll per server and account regardless of how many builds wait. Start with {@link
 * io.jenkins.plugins.securitycenter.watch.WatchedRun}.
 */
@NullMarked
package io.jenkins.plugins.securitycenter.watch;

import org.jspecify.annotations.NullMarked;
