package io.jenkins.plugins.securitycenter.result.view;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A text that may be the address of a web page.
 *
 * @param href the address; empty when a page must not link to it
 */
public record WebLink(String text, String href) {

    /** Links to the text itself if it is an http(s) address with a host. */
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
