package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.resource.ScanSpecification;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a scan that is created for a build.
 *
 * @param order parameters of the run; its scan is the name of the new scan
 * @param scan null if only what was created is removed
 * @param mark unique to this run, and unchanged after a restart
 * @param abandoned whether a scan that another run of this Jenkins created is no longer needed
 * @param policies receives the policy that was created for the scan, as the server describes it
 */
public record OnDemandOptions(
        ScanOptions order,
        @Nullable ScanSpecification scan,
        ScanOwnerTag mark,
        Predicate<Marked> abandoned,
        Consumer<PolicyPlugins> policies) {

    /** Creates the parameters of a scan with an existing policy. */
    public OnDemandOptions(
            ScanOptions order, @Nullable ScanSpecification scan, ScanOwnerTag mark, Predicate<Marked> abandoned) {
        this(order, scan, mark, abandoned, policy -> {});
    }
}
