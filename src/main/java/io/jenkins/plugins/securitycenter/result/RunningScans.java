package io.jenkins.plugins.securitycenter.result;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.view.RunningScan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The scans that builds wait for, for the pages of these builds. Only in memory: polls fill it again after a restart. */
@Restricted(NoExternalUse.class)
@Extension
public final class RunningScans {

    /** Longer than the pause between two polls, and than a page needs to notice that its build has ended. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** The scans of a build, by the keys of their tasks, and the time of the last change. */
    private record Scans(Map<String, RunningScan> byKey, Instant changed) {}

    private final InstantSource clock;
    private final Map<String, Scans> builds = new ConcurrentHashMap<>();

    public RunningScans() {
        this(InstantSource.system());
    }

    RunningScans(InstantSource clock) {
        this.clock = clock;
    }

    public static RunningScans get() {
        return ExtensionList.lookupSingleton(RunningScans.class);
    }

    /** Shows a scan, or its new state. */
    public void put(Run<?, ?> run, String key, RunningScan scan) {
        put(run.getExternalizableId(), key, scan);
    }

    void put(String build, String key, RunningScan scan) {
        Instant now = clock.instant();
        builds.values().removeIf(scans -> scans.changed().plus(KEPT).isBefore(now));
        builds.compute(build, (id, scans) -> {
            Map<String, RunningScan> byKey = scans == null ? new ConcurrentSkipListMap<>() : scans.byKey();
            byKey.put(key, scan);
            return new Scans(byKey, now);
        });
    }

    /** Shows a scan no longer. */
    public void remove(Run<?, ?> run, String key) {
        remove(run.getExternalizableId(), key);
    }

    void remove(String build, String key) {
        builds.computeIfPresent(build, (id, scans) -> {
            scans.byKey().remove(key);
            return new Scans(scans.byKey(), clock.instant());
        });
    }

    /** Returns whether the build waits, or recently waited, for a scan. */
    boolean known(String build) {
        return builds.containsKey(build);
    }

    /** Returns the scans that the build waits for. */
    List<RunningScan> of(String build) {
        Scans scans = builds.get(build);
        return scans == null ? List.of() : List.copyOf(scans.byKey().values());
    }
}
