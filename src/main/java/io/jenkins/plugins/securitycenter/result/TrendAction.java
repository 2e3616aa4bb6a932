package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import io.jenkins.plugins.securitycenter.result.view.TrendSettings;
import io.jenkins.plugins.securitycenter.text.MessageText;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Shows trend charts on the page of a job, for its last builds only, because a job can have thousands. */
@Restricted(NoExternalUse.class)
public final class TrendAction extends InvisibleAction {

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
     * @param show a word of {@link io.jenkins.plugins.securitycenter.result.view.TrendView}
     * @param info any value to include findings of severity Info
     * @param builds the number of builds
     */
    @POST
    public HttpResponse doChoose(@QueryParameter String show, @QueryParameter String info, @QueryParameter int builds) {
        try {
            TrendSettings settings = new TrendSettings(TrendSettings.view(show), Util.fixEmpty(info) != null, builds);
            return new TrendSettingsResponse(settings, job.getUrl());
        } catch (IllegalArgumentException e) {
            return DataResponse.sentence(400, MessageText.of(e));
        }
    }

    /** Returns one trend per record ID, starting with those of the newest build. */
    public List<Trend> trends(TrendSettings settings) {
        return TrendReader.read(job, settings);
    }
}
