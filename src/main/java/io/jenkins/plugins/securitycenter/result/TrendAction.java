package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.view.TrendChart;
import io.jenkins.plugins.securitycenter.result.view.TrendPoint;
import io.jenkins.plugins.securitycenter.result.view.TrendSettings;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Shows trend charts on the page of a job, for its last builds only, because a job can have thousands. */
@Restricted(NoExternalUse.class)
public final class TrendAction extends InvisibleAction {

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

    @Override
    public String getUrlName() {
        return TrendSettingsResponse.COOKIE;
    }

    public Job<?, ?> getJob() {
        return job;
    }

    /** Returns the settings of a user, which a cookie keeps. */
    public TrendSettings settings(@CheckForNull Cookie[] cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(TrendSettingsResponse.COOKIE))
                .map(cookie -> TrendSettings.parse(cookie.getValue()))
                .findFirst()
                .orElse(TrendSettings.DEFAULT);
    }

    /**
     * Keeps what the user wants the charts of all jobs to show, and leads back to the job.
     *
     * @param info any value to include findings of severity Info
     * @param builds the number of builds
     */
    @POST
    public HttpResponse doChoose(@QueryParameter String info, @QueryParameter int builds) {
        try {
            TrendSettings settings = new TrendSettings(Util.fixEmpty(info) != null, builds);
            return new TrendSettingsResponse(settings, job.getUrl());
        } catch (IllegalArgumentException e) {
            return DataResponse.sentence(400, e.getMessage());
        }
    }

    /** Returns one trend per record ID, starting with those of the newest build. */
    public List<Trend> trends(TrendSettings settings) {
        Map<String, Line> lines = new LinkedHashMap<>();
        Run<?, ?> build = job.getLastBuild();
        for (int seen = 0; build != null && seen < (lines.isEmpty() ? MAX_EMPTY_BUILDS : settings.builds()); seen++) {
            for (FindingsAction record : build.getActions(FindingsAction.class)) {
                Line line = lines.computeIfAbsent(record.getId(), id -> new Line());
                line.name = line.points.isEmpty() ? record.getDisplayName() : line.name;
                line.points.addFirst(point(record, build));
            }
            build = build.getPreviousBuild();
        }
        List<Trend> trends = new ArrayList<>();
        lines.forEach((id, line) -> trends.add(new Trend(id, line.name, new TrendChart(line.points, settings.info()))));
        return trends;
    }

    private static TrendPoint point(FindingsAction record, Run<?, ?> build) {
        return new TrendPoint(
                "#" + build.getNumber(),
                build.getUrl() + record.getId() + "/",
                record.shown().changes());
    }
}
