package io.jenkins.plugins.securitycenter.harness;

import hudson.Util;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;

/** Requests as a browser sends them for the fields of a form. */
public final class Pages {

    private Pages() {}

    /** Posts parameters (names and values in turn) to a path below Jenkins, as somebody who needs no login. */
    public static WebResponse post(JenkinsRule jenkins, String path, String... parameters) throws IOException {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            return post(browser, new URL(jenkins.getURL(), path), parameters);
        }
    }

    /** Posts parameters (names and values in turn) as the user of the browser; any status is returned. */
    public static WebResponse post(JenkinsRule.WebClient browser, URL url, String... parameters) throws IOException {
        browser.setThrowExceptionOnFailingStatusCode(false);
        List<NameValuePair> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(new NameValuePair(parameters[i], parameters[i + 1]));
        }
        WebRequest request = new WebRequest(url, HttpMethod.POST);
        request.setRequestParameters(pairs);
        return browser.getPage(browser.addCrumb(request)).getWebResponse();
    }

    /** The text as it stands in a page. */
    public static String escaped(String text) {
        return Util.xmlEscape(text).replace("\"", "&quot;");
    }
}
