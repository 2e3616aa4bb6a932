package io.jenkins.plugins.securitycenter.run;

import hudson.Util;
import hudson.console.HyperlinkNote;
import hudson.model.Run;
import jenkins.model.Jenkins;

/**
 * The page of a record in Jenkins.
 *
 * @param path below the address of Jenkins
 */
record FindingsPage(String path) {

    static FindingsPage of(Run<?, ?> run, String recordId) {
        return new FindingsPage(run.getUrl() + recordId + "/");
    }

    /** The whole address; empty as long as nobody configured that of Jenkins. */
    String address() {
        String root = Util.fixNull(Jenkins.get().getRootUrl());
        return root.isEmpty() ? "" : root + path;
    }

    /** For the log of a build: the whole address, which logs make a link of, or else a link to the path. */
    String link() {
        String address = address();
        return address.isEmpty() ? HyperlinkNote.encodeTo("/" + path, path) : address;
    }
}
