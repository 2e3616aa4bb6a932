package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.resource.Policy;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Determines which plugins the scan of a scan result runs, with at most two requests. */
public final class ScanPlugins {

    private static final Pattern ONE_PLUGIN = Pattern.compile("Plugin #(\\d+)");

    private final SecurityCenter server;

    /** @param server is not closed */
    public ScanPlugins(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Returns the plugins of the policy, which is found by the definition of the scan, or by its name if the definition
     * was deleted; {@link PolicyPlugins#UNKNOWN} if there is no such policy any more.
     *
     * @throws IllegalArgumentException with a sentence for users if several policies have the name
     */
    public PolicyPlugins of(ScanCoverage coverage) throws SecurityCenterException, InterruptedException {
        Matcher onePlugin = ONE_PLUGIN.matcher(coverage.details());
        if (onePlugin.matches()) {
            return PolicyPlugins.ofPlugin(onePlugin.group(1));
        }
        Optional<String> policy = coverage.scan().isPresent() ? ofDefinition(coverage) : ofName(coverage.details());
        return policy.isPresent()
                ? new Resource<>(server, ResourceType.POLICY_PLUGINS).get(policy.get())
                : PolicyPlugins.UNKNOWN;
    }

    /** Returns the policy of the definition, unless it is another one than that of the scan result. */
    private Optional<String> ofDefinition(ScanCoverage coverage) throws SecurityCenterException, InterruptedException {
        ScanKind kind = coverage.byAgents() ? ScanKind.AGENT : ScanKind.ACTIVE;
        String scan = coverage.scan().orElseThrow().id();
        return new Resource<>(server, ResourceType.scan(kind))
                .get(scan)
                .policy()
                .filter(policy -> policy.name().equals(coverage.details())
                        || coverage.details().isEmpty())
                .map(ResourceReference::id);
    }

    private Optional<String> ofName(String name) throws SecurityCenterException, InterruptedException {
        return name.isEmpty()
                ? Optional.empty()
                : new Resource<>(server, ResourceType.POLICY).named(name).map(Policy::id);
    }
}
