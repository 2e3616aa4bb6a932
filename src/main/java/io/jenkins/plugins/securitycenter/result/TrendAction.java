package io.jenkins.plugins.securitycenter.result;

import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.view.TrendChart;
import io.jenkins.plugins.securitycenter.result.view.TrendPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Shows trend charts on the page of a job, for its last builds only, because a job can have thousands. */
@Restricted(NoExternalUse.class)
public final class TrendAction extends InvisibleAction {

    static final int MOST_BUILDS = 50;
    /** The number of builds without a record after which a job counts as one that does not record findings. */
    static final int MAX_EMPTY_BUILDS = 10;

    private static final class Line {
        private String name = "";
        private final LinkedList<TrendPoint> points = new LinkedList<>();
    }

    private final Job<?, ?> job;

    TrendAction(Job<?, ?> job) {
        this.job = job;
    }

    /** Returns one trend per record ID, starting with those of the newest build. */
    public List<Trend> trends() {
        Map<String, Line> lines = new LinkedHashMap<>();
        Run<?, ?> build = job.getLastBuild();
        for (int seen = 0; build != null && seen < (lines.isEmpty() ? MAX_EMPTY_BUILDS : MOST_BUILDS); seen++) {
            for (FindingsAction record : build.getActions(FindingsAction.class)) {
                Line line = lines.computeIfAbsent(record.getId(), id -> new Line());
                line.name = line.points.isEmpty() ? record.getDisplayName() : line.name;
                line.points.addFirst(point(record, build));
            }
            build = build.getPreviousBuild();
        }
        List<Trend> trends = new ArrayList<>();
        lines.forEach((id, line) -> trends.add(new Trend(id, line.name, new TrendChart(line.points))));
        return trends;
    }

    private static TrendPoint point(FindingsAction record, Run<?, ?> build) {
        return new TrendPoint(
                "#" + build.getNumber(),
                build.getUrl() + record.getId() + "/",
                record.shown().changes());
    }
}
