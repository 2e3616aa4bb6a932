package io.jenkins.plugins.securitycenter.step;

import hudson.RelativePath;
import hudson.model.Item;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;

/**
 * The form that encloses the form of a nested object and contains the fields for the server and the credentials.
 *
 * @param suggestions the suggestions for that server and these credentials
 */
@Restricted(NoExternalUse.class)
public record EnclosingForm(FormSuggestions suggestions) {

    /** Creates the parameter of this type for Stapler methods of descriptors. */
    public static EnclosingForm fromStapler(
            @AncestorInPath Item item,
            @RelativePath("..") @QueryParameter String server,
            @RelativePath("..") @QueryParameter String credentialsId) {
        return new EnclosingForm(FormSuggestions.fromStapler(item, server, credentialsId));
    }
}
