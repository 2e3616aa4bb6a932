package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.resource.ScanSpecification;
import java.util.function.Predicate;

/**
 * The parameters of a scan that is created for a build.
 *
 * @param order parameters of the run; its scan is the name of the new scan
 * @param mark unique to this run, and unchanged after a restart
 * @param abandoned whether a scan that another run of this Jenkins created is no longer needed
 */
public record OnDemandOptions(
        ScanOptions order, ScanSpecification scan, ScanOwnerTag mark, Predicate<Marked> abandoned) {}
