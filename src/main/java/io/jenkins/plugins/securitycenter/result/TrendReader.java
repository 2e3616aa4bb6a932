package io.jenkins.plugins.securitycenter.result;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.result.view.TrendChart;
import io.jenkins.plugins.securitycenter.result.view.TrendPoint;
import io.jenkins.plugins.securitycenter.result.view.TrendSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads trends from the last builds of a job. */
final class TrendReader {

    /** The number of builds without a record after which a job counts as one that does not record findings. */
    static final int MAX_EMPTY_BUILDS = 10;

    private final List<Run<?, ?>> builds = new ArrayList<>();

    /** The records of each ID, by the index of their build. */
    private final Map<String, Map<Integer, FindingsAction>> records = new LinkedHashMap<>();

    private TrendReader() {}

    /** Returns one trend per record ID, starting with those of the newest build. */
    static List<Trend> read(Job<?, ?> job, TrendSettings settings) {
        TrendReader reader = new TrendReader();
        reader.readBuilds(job, settings.builds());
        List<Trend> trends = new ArrayList<>();
        reader.records.forEach((id, ofBuilds) -> trends.add(new Trend(
                id,
                ofBuilds.values().iterator().next().getDisplayName(),
                new TrendChart(reader.points(ofBuilds), settings))));
        return trends;
    }

    private void readBuilds(Job<?, ?> job, int most) {
        Run<?, ?> build = job.getLastBuild();
        while (build != null && builds.size() < (records.isEmpty() ? MAX_EMPTY_BUILDS : most)) {
            List<FindingsAction> found = FindingsAction.recorded(build);
            for (FindingsAction record : found) {
                records.computeIfAbsent(record.getId(), id -> new LinkedHashMap<>())
                        .putIfAbsent(builds.size(), record);
            }
            if (!build.isBuilding() || !found.isEmpty()) {
                builds.add(build);
            }
            build = build.getPreviousBuild();
        }
    }

    /** Returns a point for each build from the oldest one with such a record. */
    private List<TrendPoint> points(Map<Integer, FindingsAction> ofBuilds) {
        List<TrendPoint> points = new ArrayList<>();
        int left = ofBuilds.size();
        for (int i = 0; left > 0; i++) {
            FindingsAction record = ofBuilds.get(i);
            points.add(record == null ? missing(builds.get(i)) : point(record, builds.get(i)));
            left -= record == null ? 0 : 1;
        }
        Collections.reverse(points);
        return points;
    }

    private static TrendPoint missing(Run<?, ?> build) {
        return new TrendPoint(
                name(build),
                build.getUrl(),
                Optional.empty(),
                CheckedHosts.NONE,
                joined(outcome(build), Messages.TrendReader_nothingRecorded()),
                !outcome(build).isEmpty());
    }

    private static TrendPoint point(FindingsAction record, Run<?, ?> build) {
        Optional<StateCounts> counts = Optional.empty();
        String remark = "";
        try {
            counts = Optional.of(record.summary().changes());
            remark = record.isPartial() ? Messages.TrendReader_partial() : "";
        } catch (IllegalArgumentException e) {
            remark = Messages.TrendReader_unreadable();
        }
        if (record.isNothingScanned()) {
            counts = Optional.empty();
            remark = Messages.TrendReader_nothingScanned();
        }
        return new TrendPoint(
                name(build),
                build.getUrl() + record.getId() + "/",
                counts,
                record.shown().checked(),
                joined(outcome(build), remark),
                !outcome(build).isEmpty());
    }

    private static String name(Run<?, ?> build) {
        return "#" + build.getNumber();
    }

    /** Returns that a build failed, was aborted or was not built; empty for other builds. */
    private static String outcome(Run<?, ?> build) {
        Result result = build.getResult();
        if (result == null || result.isBetterThan(Result.FAILURE)) {
            return "";
        }
        if (result.equals(Result.FAILURE)) {
            return Messages.TrendReader_failed();
        }
        return result.equals(Result.ABORTED) ? Messages.TrendReader_aborted() : Messages.TrendReader_notBuilt();
    }

    private static String joined(String one, String other) {
        return one + (one.isEmpty() || other.isEmpty() ? "" : ", ") + other;
    }
}
