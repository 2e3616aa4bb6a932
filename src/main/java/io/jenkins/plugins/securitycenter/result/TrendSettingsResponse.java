package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.result.view.TrendSettings;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * Sets the cookie that keeps the settings of trend charts, and redirects to a page.
 *
 * @param page the path of the page below the root of Jenkins
 */
record TrendSettingsResponse(TrendSettings settings, String page) implements HttpResponse {

    static final String COOKIE = "securitycenter-trend";

    private static final int SECONDS_OF_A_YEAR = 31_536_000;

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        String root = request.getContextPath() + "/";
        Cookie cookie = new Cookie(COOKIE, settings.text());
        cookie.setPath(root);
        cookie.setMaxAge(SECONDS_OF_A_YEAR);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
        response.sendRedirect(root + page);
    }
}
