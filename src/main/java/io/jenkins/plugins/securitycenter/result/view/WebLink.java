package io.jenkins.plugins.securitycenter.result.view;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A text that is rendered as a link if it is the URL of a web page.
 *
 * @param href the URL; empty for no link
 */
public record WebLink(String text, String href) {

    /** Returns a link to the text if it is an http or https URL with a host. */
    public static WebLink of(String text) {
        try {
            URI address = new URI(text.trim());
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return new WebLink(text, web && address.getHost() != null ? address.toString() : "");
        } catch (URISyntaxException e) {
            return new WebLink(text, "");
        }
    }
}
