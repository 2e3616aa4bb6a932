package io.jenkins.plugins.securitycenter.integration;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Meter;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricSet;
import com.codahale.metrics.Timer;
import hudson.Extension;
import io.jenkins.plugins.securitycenter.client.transport.ActivityListener;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.metrics.api.MetricProvider;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The metrics of the plugin for the Metrics plugin, without which Jenkins does not load this class. */
@Restricted(NoExternalUse.class)
@Extension(optional = true)
public final class SecurityCenterMetrics extends MetricProvider implements ActivityListener {

    private final Counter requests = new Counter();
    private final Counter failures = new Counter();
    private final Counter retries = new Counter();
    private final Timer polls = new Timer();
    private final Meter findings = new Meter();

    @Override
    public MetricSet getMetricSet() {
        Gauge<Integer> sessions =
                () -> SecurityCenterService.get().watch().sessions().openSessions();
        Gauge<Integer> waiting =
                () -> SecurityCenterService.get().watch().registry().waiting();
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("securitycenter.requests", requests);
        metrics.put("securitycenter.failures", failures);
        metrics.put("securitycenter.retries", retries);
        metrics.put("securitycenter.sessions", sessions);
        metrics.put("securitycenter.waiting", waiting);
        metrics.put("securitycenter.polls", polls);
        metrics.put("securitycenter.findings", findings);
        return metrics(metrics);
    }

    @Override
    public void requested() {
        requests.inc();
    }

    @Override
    public void failed() {
        failures.inc();
    }

    @Override
    public void repeated() {
        retries.inc();
    }

    @Override
    public void polled(Duration duration) {
        polls.update(duration);
    }

    @Override
    public void findingsRead(long count) {
        findings.mark(count);
    }
}
