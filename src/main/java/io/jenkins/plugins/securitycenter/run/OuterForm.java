package io.jenkins.plugins.securitycenter.run;

import hudson.RelativePath;
import hudson.model.Item;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;

/**
 * The form around that of a nested object; it has the fields for the server and the credentials.
 *
 * @param suggestions what it can offer
 */
public record OuterForm(Suggestions suggestions) {

    /** Makes the parameter of this type that methods of descriptors have. */
    public static OuterForm fromStapler(
            @AncestorInPath Item item,
            @RelativePath("..") @QueryParameter String server,
            @RelativePath("..") @QueryParameter String credentialsId) {
        return new OuterForm(Suggestions.fromStapler(item, server, credentialsId));
    }
}
