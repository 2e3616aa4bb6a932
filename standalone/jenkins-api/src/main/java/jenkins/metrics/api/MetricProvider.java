package jenkins.metrics.api;

import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricSet;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import java.util.Map;

public abstract class MetricProvider implements ExtensionPoint {
    protected static native MetricSet metrics(Map<String, Metric> metrics);

    public abstract @NonNull MetricSet getMetricSet();
}
