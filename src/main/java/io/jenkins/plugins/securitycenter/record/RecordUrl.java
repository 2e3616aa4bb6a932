package io.jenkins.plugins.securitycenter.record;

import hudson.Util;
import hudson.console.HyperlinkNote;
import hudson.model.Run;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The location of the page of a record in Jenkins.
 *
 * @param path the path below the Jenkins URL
 */
@Restricted(NoExternalUse.class)
public record RecordUrl(String path) {

    public static RecordUrl of(Run<?, ?> run, String recordId) {
        return new RecordUrl(run.getUrl() + recordId + "/");
    }

    /** Returns the absolute URL; empty if no Jenkins URL is configured. */
    public String address() {
        String root = Util.fixNull(Jenkins.get().getRootUrl());
        return root.isEmpty() ? "" : root + path;
    }

    /** Returns a link for the build log: the absolute URL or, without a Jenkins URL, a hyperlink to the path. */
    public String link() {
        String address = address();
        return address.isEmpty() ? HyperlinkNote.encodeTo("/" + path, path) : address;
    }
}
