package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.ScanMark;
import java.util.function.Predicate;

/**
 * A scan that is made for a build.
 *
 * @param order what to wait for; its scan is the name of the new one
 * @param mark of this run alone, and the same after a restart
 * @param abandoned whether nobody needs a scan any more that another run of this Jenkins made
 */
public record OnDemandOrder(ScanOrder order, OnDemandScan scan, ScanMark mark, Predicate<Marked> abandoned) {}
